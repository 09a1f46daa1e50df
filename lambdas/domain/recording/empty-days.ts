import { type DayOff, eligibleDays } from '../days/calendar.ts';
import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { TeamMember } from '../inputs/team.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { FIGURE_AT } from '../weeks/figures.ts';

/**
 * "empty days = eligible days without a row": days of the week before `elapsedTo` on which the rep was to work and typed
 * nothing, support work included. "you must insist that your salespeople record all of their MSIs"
 */
export function emptyDays(
  { key, member }: { readonly key: RepKey; readonly member?: TeamMember },
  { weeks, calendar }: { readonly weeks: Weeks; readonly calendar: readonly DayOff[] },
  week: Week,
  elapsedTo: Day,
): number {
  const recorded = weeks.get(week)?.days.get(key);
  let empty = 0;
  for (let day = week; day < Math.min(elapsedTo, week + 7); day++) {
    const worked = eligibleDays(member, calendar, day, day + 1) > 0;
    if (worked && !((recorded?.get(day - week)?.[FIGURE_AT.rows] ?? 0) > 0)) empty++;
  }
  return empty;
}
