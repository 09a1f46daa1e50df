const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What the clock of a time zone shows, as days since 1899-12-30, and when (milliseconds since 1970) it shows the next
 * day or second.
 */
export function clockSerial(
  time: number,
  timeZone: string,
  precision: 'day' | 'second',
): { readonly serial: number; readonly next: number } {
  const shown = shownAt(time, timeZone);
  const second = Math.floor(shown / 1000);
  if (precision === 'second') return { serial: second / 86_400 + 25_569, next: time - (time % 1000) + 1000 };
  const day = Math.floor(second / 86_400);
  // An hour at most before midnight, since clocks may be put forward or back in between.
  const left = (day + 1) * 86_400_000 - shown;
  return { serial: day + 25_569, next: time + (left > 7_200_000 ? left - 7_200_000 : Math.min(left, 1000)) };
}

/** The time that the zone's clock shows, as if it were UTC. */
function shownAt(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
