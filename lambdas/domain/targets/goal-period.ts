import { civilOf, type Day, dayOf } from '../days/day.ts';
import type { Goal } from '../inputs/goals.ts';
import { addMonths } from './add-months.ts';

/** Civil days, half-open. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

export const MONTHS: Readonly<Record<Goal['period'], number>> = { Month: 1, Quarter: 3, Year: 12 };

/** "Month / Quarter / Year" from its start. */
export const periodOf = ({ start, period }: Goal): Period => ({ start, end: addMonths(start, MONTHS[period]) });

export const covers = ({ start, end }: Period, day: Day): boolean => start <= day && day < end;

/**
 * The month or quarter that a day is in: as the goals of that length have it (a team's quarter may begin in February),
 * otherwise as the calendar has it.
 */
export function periodAround(day: Day, period: 'Month' | 'Quarter', goals: readonly Goal[]): Period {
  const stated = goals.filter((goal) => goal.period === period).map(periodOf);
  const found = stated.filter((each) => covers(each, day)).sort((a, b) => b.start - a.start)[0];
  if (found) return found;
  const { year, month } = civilOf(day);
  const first = period === 'Month' ? month : month - ((month - 1) % 3);
  const start = dayOf(year, first, 1) ?? day;
  return { start, end: addMonths(start, MONTHS[period]) };
}
