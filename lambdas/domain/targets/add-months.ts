import { civilOf, type Day, dayOf } from '../days/day.ts';

/** The same date so many months later, or the last day of that month where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civilOf(day);
  const at = year * 12 + (month - 1) + months;
  for (let of = date; of > 28; of--) {
    const found = dayOf(Math.floor(at / 12), (at % 12) + 1, of);
    if (found !== undefined) return found;
  }
  return dayOf(Math.floor(at / 12), (at % 12) + 1, Math.min(date, 28)) ?? day;
}
