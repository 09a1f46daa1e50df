/**
 * A civil day as Sheets counts it: whole days since 1899-12-30. It has no zone and never passes through UTC, so a
 * change of the clock can't move it.
 */
export type Day = number;

/** The day of rows whose date can't be read; no real row can carry it. */
export const UNDATED: Day = 0;

const EPOCH_1970 = 25569;

/** Proleptic Gregorian (year, month 1-12, day 1-31) -> day; `undefined` when there is no such date. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, date) + EPOCH_1970;
}

export function civilOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  // http://howardhinnant.github.io/date_algorithms.html#civil_from_days
  const z = day - EPOCH_1970 + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const date = doy - Math.floor((153 * mp + 2) / 5) + 1;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** `2026-11-16` */
export function isoOf(day: Day): string {
  const { year, month, date } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** `2026-11` */
export function monthOf(day: Day): string {
  return isoOf(day).slice(0, 7);
}

/** `2026-11-16` -> day; `undefined` when it is no date of that form. */
export function dayOfIso(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** 0 = Sunday ... 6 = Saturday. */
export function dayOfWeek(day: Day): number {
  // 1899-12-30 was a Saturday.
  return (((day + 6) % 7) + 7) % 7;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// http://howardhinnant.github.io/date_algorithms.html#days_from_civil
function daysFromCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Mondays to Fridays after `from` until `to`, that day included: the working days of a gap wherever holidays don't matter. */
export function weekdaysBetween(from: Day, to: Day): number {
  const whole = Math.floor((to - from) / 7);
  let days = whole * 5;
  for (let day = from + whole * 7 + 1; day <= to; day++) {
    const weekday = dayOfWeek(day);
    if (weekday !== 0 && weekday !== 6) days += 1;
  }
  return days;
}
