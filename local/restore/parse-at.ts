import { instantOf } from '../../lambdas/domain/days/as-of.ts';
import { dayOfIso } from '../../lambdas/domain/days/day.ts';

const FORM = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * A time as people write it, in the zone of the workbook -> the last millisecond (since 1970) of the day, minute or
 * second that it names, so that a time which a list shows finds what was in force from then on. Throws an error that
 * says what to write.
 */
export function parseAt(text: string, timeZone: string): number {
  const typed = text.trim();
  if (WITH_ZONE.test(typed)) {
    const instant = Date.parse(typed);
    if (!Number.isNaN(instant)) return instant;
  }
  const [, date = '', hours, minutes, seconds] = FORM.exec(typed) ?? [];
  const day = dayOfIso(date);
  const minute = hours === undefined ? 1439 : Number(hours) * 60 + Number(minutes);
  const second = seconds === undefined ? 59 : Number(seconds);
  if (day === undefined || minute > 1439 || Number(minutes ?? 0) > 59 || second > 59)
    throw new Error(
      `"${text}" is no time: write 2026-11-20 14:00 (in the time zone of the spreadsheet), or 2026-11-20.`,
    );
  return instantOf({ day, minute }, timeZone) + second * 1000 + 999;
}
