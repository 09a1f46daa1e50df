import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { type Period, periodOf } from './goal-period.ts';
import { type GoalShares, goalShares, statedGoals } from './goal-share.ts';
import type { Seller } from './sellers.ts';

/** Minor units, fractions of them included; `undefined` = no goal covers any of the days. */
export interface Goals extends GoalShares {
  /** The goal for a period: as stated for exactly these days, else the share of each eligible day. */
  readonly of: (rep: RepKey, period: Period) => number | undefined;
  /** `expected = target × eligible days elapsed ÷ eligible days`: the part of it that falls before `day`. */
  readonly until: (rep: RepKey, period: Period, day: Day) => number | undefined;
}

/** Goals of reps and, for TEAM, the team's: as stated for the period, else the sum of the reps'. */
export function goalsOf(rules: Rules, sellers: readonly Seller[]): Goals {
  const shares = goalShares(rules, sellers);
  const { goalOn, eligible } = shares;
  const stated = statedGoals(rules.goals);
  const keysOf = (rep: RepKey): RepKey[] => (rep === TEAM ? sellers.map(({ key }) => key) : [rep]);
  const until = (rep: RepKey, period: Period, end: Day): number | undefined => {
    const exact = stated.get(rep)?.find((goal) => goal.start === period.start && periodOf(goal).end === period.end);
    if (exact) {
      const days = (to: Day): number => keysOf(rep).reduce((sum, key) => sum + eligible(key)(period.start, to), 0);
      if (end >= period.end) return exact.revenue;
      const all = days(period.end);
      return all === 0 ? 0 : (exact.revenue * days(end)) / all;
    }
    let sum: number | undefined;
    for (const key of keysOf(rep)) {
      for (let day = period.start; day < end; day++) {
        const goal = goalOn(key, day);
        if (goal) sum = (sum ?? 0) + goal.perDay * eligible(key)(day, day + 1);
      }
    }
    return sum;
  };
  return { ...shares, until, of: (rep, period) => until(rep, period, period.end) };
}
