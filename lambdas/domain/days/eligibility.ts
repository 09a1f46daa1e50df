import type { TeamMember } from '../inputs/team.ts';
import { type DayOff, eligibleDays } from './calendar.ts';
import type { Day } from './day.ts';

/** Eligible days in [from, to), halves for half days. */
export type Eligible = (from: Day, to: Day) => number;

/** `eligibleDays` of one rep, each day worked out once: goals ask for the same days again and again. */
export function eligibility(member: TeamMember | undefined, calendar: readonly DayOff[]): Eligible {
  const off = Map.groupBy(
    calendar.filter(({ who }) => !who || who === member?.name || who === member?.segment),
    ({ day }) => day,
  );
  const known = new Map<Day, number>();
  return (from, to) => {
    let sum = 0;
    for (let day = from; day < to; day++) {
      let one = known.get(day);
      if (one === undefined) {
        one = eligibleDays(member, off.get(day) ?? [], day, day + 1);
        known.set(day, one);
      }
      sum += one;
    }
    return sum;
  };
}
