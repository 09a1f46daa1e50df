import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { type Period, periodOf } from './goal-period.ts';
import { type GoalShares, goalShares, statedGoals } from './goal-share.ts';
import type { Seller } from './sellers.ts';
import { teamGoalUntil } from './team-goal.ts';

/** Minor units, fractions of them included; `undefined` = no goal covers any of the days. */
export interface Goals extends GoalShares {
  /** The goal for a period: as stated for exactly these days, else the share of each eligible day. */
  readonly of: (rep: RepKey, period: Period) => number | undefined;
  /** `expected = target × eligible days elapsed ÷ eligible days`: the part of it that falls before `day`. */
  readonly until: (rep: RepKey, period: Period, day: Day) => number | undefined;
}

/** Goals of reps and, for TEAM, the team's: as stated, else the sum of the reps'. */
export function goalsOf(rules: Rules, sellers: readonly Seller[]): Goals {
  const shares = goalShares(rules, sellers);
  const { goalOn, eligible } = shares;
  const stated = statedGoals(rules.goals);
  const keys = sellers.map(({ key }) => key);
  const repUntil = (rep: RepKey, period: Period, end: Day): number | undefined => {
    const exact = stated.get(rep)?.find((goal) => goal.start === period.start && periodOf(goal).end === period.end);
    if (exact) {
      if (end >= period.end) return exact.revenue;
      const all = eligible(rep)(period.start, period.end);
      return all === 0 ? 0 : (exact.revenue * eligible(rep)(period.start, end)) / all;
    }
    let sum: number | undefined;
    for (let day = period.start; day < end; day++) {
      const goal = goalOn(rep, day);
      if (goal) sum = (sum ?? 0) + goal.perDay * eligible(rep)(day, day + 1);
    }
    return sum;
  };
  const ofReps = (period: Period, end: Day): number | undefined => {
    const goals = keys.flatMap((key) => repUntil(key, period, end) ?? []);
    return goals.length === 0 ? undefined : goals.reduce((sum, goal) => sum + goal, 0);
  };
  const daysOfAll = (from: Day, to: Day): number => keys.reduce((sum, key) => sum + eligible(key)(from, to), 0);
  const until = (rep: RepKey, period: Period, end: Day): number | undefined =>
    rep === TEAM
      ? teamGoalUntil(stated.get(TEAM) ?? [], period, Math.min(end, period.end), ofReps, daysOfAll)
      : repUntil(rep, period, end);
  return { ...shares, until, of: (rep, period) => until(rep, period, period.end) };
}
