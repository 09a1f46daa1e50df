import { remembered } from '../domain/cells/remembered.ts';
import type { Week } from '../domain/days/week.ts';
import { type RepKey, TEAM } from '../domain/rows/rep-key.ts';
import { ratesOf } from '../domain/targets/activity-needed.ts';
import { expectedCloses } from '../domain/targets/expected-closes.ts';
import { confirmedCounts, sumOfSteps } from '../domain/targets/step-counts.ts';
import { type TargetBasis, targetBasis } from '../domain/targets/target-basis.ts';
import { sumOfTargets, type WeekPlan, weekPlan } from '../domain/targets/week-targets.ts';
import type { WeekTarget } from '../domain/weeks/facts.ts';
import { repFigures } from '../domain/weeks/week-rollup.ts';
import type { ReportFigures } from './report-figures.ts';

/** The targets of one week, and what the reps' activity promises. */
export interface RepTargets {
  readonly basis: TargetBasis;
  /** As fixed on the first day of the week; who had none then (a goal typed since) has what would have been fixed. */
  readonly target: (rep: RepKey) => WeekTarget | undefined;
  readonly plan: (rep: RepKey) => WeekPlan | undefined;
  /** Closes a week to expect from the activity of the last 4 complete weeks; absent for who is not on Team. */
  readonly closesAWeek: (rep: RepKey) => number | undefined;
}

const RECENT_WEEKS = 4;

export function repTargets(figures: ReportFigures, week: Week): RepTargets {
  const { weeks, rules, facts, asOf } = figures;
  const basis = targetBasis(weeks, rules, week);
  const plan = remembered((rep: RepKey) => weekPlan(basis, rep));
  const fixed = facts.targets.find((each) => each.week === week)?.reps;
  const ofRep = (rep: RepKey): WeekTarget | undefined => fixed?.[rep] ?? plan(rep)?.target;
  const team = (): WeekTarget | undefined => {
    const reps = [...basis.reps.keys()];
    const added = reps.some((rep) => fixed?.[rep] === undefined && plan(rep) !== undefined);
    return added || !fixed ? sumOfTargets(reps.flatMap((rep) => ofRep(rep) ?? [])) : fixed[TEAM];
  };
  const closesAWeek = (key: RepKey): number | undefined => {
    const rep = basis.reps.get(key);
    if (!rep) return undefined;
    const recent = rep.weekly.slice(-RECENT_WEEKS);
    // In the first week of a rep there is nothing but that week.
    const now = confirmedCounts(repFigures(weeks.get(week), key, week, asOf.day), rules.settings.unconfirmed);
    const activity = recent.length > 0 ? sumOfSteps(recent) : now;
    return expectedCloses(activity, ratesOf(rep.ratios)) / Math.max(1, recent.length);
  };
  return {
    basis,
    plan,
    closesAWeek,
    target: (rep) => (rep === TEAM ? team() : ofRep(rep)),
  };
}
