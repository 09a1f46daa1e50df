import type { AsOf } from '../domain/days/as-of.ts';
import { civilOf, type Day, dayOfWeek } from '../domain/days/day.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `16 Nov` */
export function shortDate(day: Day): string {
  const { month, date } = civilOf(day);
  return `${date} ${MONTHS[month - 1]}`;
}

/** `Mon 16 Nov 2026` */
export const longDate = (day: Day): string => `${weekday(day)} ${shortDate(day)} ${civilOf(day).year}`;

export const weekday = (day: Day): string => WEEKDAYS[dayOfWeek(day)] ?? '';

/** Days of the week, 0 = Sunday: `Mon-Fri`, `Tue, Thu`, as the settings take them. */
export function daysText(days: readonly number[]): string {
  const order = [1, 2, 3, 4, 5, 6, 0].filter((day) => days.includes(day));
  const names = order.map((day) => WEEKDAYS[day] ?? '');
  const inARow = order.every((day, at) => at === 0 || ((order[at - 1] ?? 0) + 1) % 7 === day);
  return inARow && names.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(', ');
}

/** `As of Sun 22 Nov 2026, 14:05 (Europe/London)` */
export function asOfText(asOf: AsOf, timeZone: string): string {
  return `As of ${momentText(asOf)} (${timeZone})`;
}

/** `Sun 22 Nov 2026, 14:05` */
export function momentText({ day, minute }: AsOf): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = minute >= 1440 ? 'end of the day' : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${longDate(day)}, ${time}`;
}
