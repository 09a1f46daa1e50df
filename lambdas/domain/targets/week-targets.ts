import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { WeekTarget } from '../weeks/facts.ts';
import { activityNeeded, type Rates, ratesOf, up, withMsis } from './activity-needed.ts';
import type { Period } from './goal-period.ts';
import type { RepGoal } from './goal-share.ts';
import type { StepCounts } from './step-counts.ts';
import type { TargetBasis } from './target-basis.ts';

/** The target of a rep for one week, and what stands behind it. */
export interface WeekPlan {
  readonly target: WeekTarget;
  /** The goal of the period that the week begins in. */
  readonly goal: RepGoal;
  /**
   * "When the median days from first MSI to close exceed the days left, the next period's goal drives the target":
   * 'next'; 'no next' = it would, but no goal is listed for it, so this period's goes on.
   */
  readonly drivenBy: 'this' | 'next' | 'no next';
}

/** "A team's target: sum of the reps'." `undefined` = nobody has one. */
export function sumOfTargets(targets: readonly WeekTarget[]): WeekTarget | undefined {
  if (targets.length === 0) return undefined;
  const sum = (kind: keyof WeekTarget): number => targets.reduce((total, target) => total + target[kind], 0);
  return withMsis({
    attempts: sum('attempts'),
    followUps: sum('followUps'),
    opportunities: sum('opportunities'),
    asks: sum('asks'),
    closes: sum('closes'),
  });
}

/** `undefined` = no goal covers a day of the rep's week, or nothing tells what a deal brings. */
export function weekPlan({ week, reps, goals, daysToClose }: TargetBasis, key: RepKey): WeekPlan | undefined {
  const rep = reps.get(key);
  const goal = firstGoal(week, (day) => goals.goalOn(key, day));
  if (!rep?.deal || !goal) return undefined;
  const given: Given = { deal: rep.deal.amount, rates: ratesOf(rep.ratios), eligible: goals.eligible(key) };
  const tooLate = daysToClose !== undefined && daysToClose > goal.end - week;
  const next = tooLate ? goals.goalOn(key, goal.end) : undefined;
  const parts = next
    ? [share({ ...goal, perDay: next.perDay }, { start: week, end: week + 7 }, given)]
    : stretches(week, (day) => goals.goalOn(key, day)).map(([of, days]) => share(of, days, given));
  const target = sumOfTargets(parts.map(withMsis));
  return target && { target, goal, drivenBy: next ? 'next' : tooLate ? 'no next' : 'this' };
}

interface Given {
  /** Minor units. */
  readonly deal: number;
  readonly rates: Rates;
  readonly eligible: (from: Day, to: Day) => number;
}

/**
 * The part of a goal's activity that falls on some days. Rounded up once for the period, not week by week: what is
 * needed from its start to the end of these days, less what was needed until they began, each rounded up. So the whole
 * numbers of the weeks add up to that of the period, and a rep who closes every third week is not asked for one a week.
 */
function share(goal: RepGoal, { start, end }: Period, { deal, rates, eligible }: Given): StepCounts {
  const until = (day: Day): StepCounts => activityNeeded((goal.perDay * eligible(goal.start, day)) / deal, rates);
  const [before, after] = [until(start), until(end)];
  return {
    attempts: up(after.attempts) - up(before.attempts),
    followUps: up(after.followUps) - up(before.followUps),
    opportunities: up(after.opportunities) - up(before.opportunities),
    asks: up(after.asks) - up(before.asks),
    closes: up(after.closes) - up(before.closes),
  };
}

const firstGoal = (week: Week, goalOn: (day: Day) => RepGoal | undefined): RepGoal | undefined =>
  stretches(week, goalOn)[0]?.[0];

/** The days of a week by the goal that they belong to: a week can lie in two periods. */
function stretches(week: Week, goalOn: (day: Day) => RepGoal | undefined): [RepGoal, Period][] {
  const found: [RepGoal, Period][] = [];
  for (let day = week; day < week + 7; day++) {
    const goal = goalOn(day);
    const last = found.at(-1);
    if (goal && last?.[0] === goal) last[1] = { start: last[1].start, end: day + 1 };
    else if (goal) found.push([goal, { start: day, end: day + 1 }]);
  }
  return found;
}
