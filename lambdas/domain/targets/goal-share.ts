import { phrase } from '../cells/phrase.ts';
import { remembered } from '../cells/remembered.ts';
import type { Day } from '../days/day.ts';
import { type Eligible, eligibility } from '../days/eligibility.ts';
import type { Goal } from '../inputs/goals.ts';
import type { Rules } from '../inputs/rules.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { covers, MONTHS, type Period, periodOf } from './goal-period.ts';
import type { Seller } from './sellers.ts';

/** The goal that a rep's day takes its share from. */
export interface RepGoal extends Period {
  readonly period: Goal['period'];
  /** `team` = a share of the team's goal, for the rep has no own that covers the day. */
  readonly from: 'own' | 'team';
  /** Minor units for each eligible day of the rep. */
  readonly perDay: number;
}

export interface GoalShares {
  /** `undefined` = no goal covers the rep's day. */
  readonly goalOn: (rep: RepKey, day: Day) => RepGoal | undefined;
  readonly eligible: (rep: RepKey) => Eligible;
}

/**
 * "the goal prorated to the rep's eligible days". Each eligible day of a rep takes its share from the shortest own goal
 * that covers it, the last one listed where several do. A rep without an own goal shares what the team's goal has left
 * over the own goals of others, by eligible days, with whoever has none either.
 */
export function goalShares(rules: Rules, sellers: readonly Seller[]): GoalShares {
  const days = new Map(sellers.map(({ key, member }) => [key, eligibility(member, rules.calendar)]));
  const eligible = (rep: RepKey): Eligible => days.get(rep) ?? (() => 0);
  const stated = statedGoals(rules.goals);
  const own = new Map(
    sellers.map(({ key }): [RepKey, RepGoal[]] => [
      key,
      (stated.get(key) ?? []).map((goal) => {
        const { start, end } = periodOf(goal);
        return repGoal(goal, 'own', goal.revenue, eligible(key)(start, end));
      }),
    ]),
  );
  const ownOn = (rep: RepKey, day: Day): RepGoal | undefined => own.get(rep)?.find((goal) => covers(goal, day));
  const team = stated.get(TEAM) ?? [];
  // Only the goals that a day asks for: a year of days of everybody is not looked at for nothing.
  const shareOf = remembered((goal: Goal) => teamShare(goal, sellers, eligible, ownOn));
  const teamOn = (day: Day): RepGoal | undefined => {
    const goal = team.find((each) => covers(periodOf(each), day));
    return goal && shareOf(goal);
  };
  return {
    goalOn: (rep, day) => ownOn(rep, day) ?? (days.has(rep) ? teamOn(day) : undefined),
    eligible,
  };
}

/** Goals by rep (or the team), shortest period first, then the last one listed. */
export function statedGoals(goals: readonly Goal[]): Map<RepKey, Goal[]> {
  const shortestFirst = [...goals].reverse().sort((a, b) => MONTHS[a.period] - MONTHS[b.period]);
  return Map.groupBy(shortestFirst, ({ rep }) => (rep === undefined ? TEAM : `r:${phrase(rep)}`));
}

const repGoal = (goal: Goal, from: RepGoal['from'], revenue: number, eligibleDays: number): RepGoal => ({
  ...periodOf(goal),
  period: goal.period,
  from,
  perDay: eligibleDays > 0 ? revenue / eligibleDays : 0,
});

/** What own goals leave of a team's goal, spread over the eligible days of those who have none on that day. */
function teamShare(
  goal: Goal,
  sellers: readonly Seller[],
  eligible: (rep: RepKey) => Eligible,
  ownOn: (rep: RepKey, day: Day) => RepGoal | undefined,
): RepGoal {
  const { start, end } = periodOf(goal);
  let left = goal.revenue;
  let shared = 0;
  for (const { key } of sellers) {
    const daysOf = eligible(key);
    for (let day = start; day < end; day++) {
      const days = daysOf(day, day + 1);
      const own = ownOn(key, day);
      if (own) left -= own.perDay * days;
      else shared += days;
    }
  }
  // What is left of sums of shares may be off zero by a rounding error.
  return repGoal(goal, 'team', left > 0.5 ? left : 0, shared);
}
