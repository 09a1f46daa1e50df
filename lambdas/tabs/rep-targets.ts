import { remembered } from '../domain/cells/remembered.ts';
import type { Week } from '../domain/days/week.ts';
import { type RepKey, TEAM } from '../domain/rows/rep-key.ts';
import { ratesOf } from '../domain/targets/activity-needed.ts';
import { expectedCloses } from '../domain/targets/expected-closes.ts';
import { sumOfSteps } from '../domain/targets/step-counts.ts';
import { type TargetBasis, targetBasis } from '../domain/targets/target-basis.ts';
import { sumOfTargets, type WeekPlan, weekPlan } from '../domain/targets/week-targets.ts';
import type { WeekTarget } from '../domain/weeks/facts.ts';
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

/** Every tab asks for them, if only to order reps alike: they are solved once for the figures of a report. */
export function repTargets(figures: ReportFigures, week: Week): RepTargets {
  const ofWeek = known.get(figures) ?? remembered((of: Week) => targetsOfWeek(figures, of));
  known.set(figures, ofWeek);
  return ofWeek(week);
}

const known = new WeakMap<ReportFigures, (week: Week) => RepTargets>();

function targetsOfWeek({ weeks, rules, facts }: ReportFigures, week: Week): RepTargets {
  const basis = targetBasis(weeks, rules, week);
  const plan = remembered((rep: RepKey) => weekPlan(basis, rep));
  const fixed = facts.targets.find((each) => each.week === week)?.reps;
  const ofRep = (rep: RepKey): WeekTarget | undefined => fixed?.[rep] ?? plan(rep)?.target;
  const team = (): WeekTarget | undefined => {
    const reps = [...basis.reps.keys()];
    const added = reps.some((rep) => fixed?.[rep] === undefined && plan(rep) !== undefined);
    return added || !fixed ? sumOfTargets(reps.flatMap((rep) => ofRep(rep) ?? [])) : fixed[TEAM];
  };
  // In the first week of a rep there is nothing but that week, for the ratios too.
  const withThisWeek = remembered((of: Week) => targetBasis(weeks, rules, of + 7).reps);
  const closesAWeek = (key: RepKey): number | undefined => {
    const before = basis.reps.get(key);
    const rep = before && before.weekly.length > 0 ? before : withThisWeek(week).get(key);
    if (!rep) return undefined;
    const recent = rep.weekly.slice(-RECENT_WEEKS);
    return expectedCloses(sumOfSteps(recent), ratesOf(rep.ratios)) / Math.max(1, recent.length);
  };
  return {
    basis,
    plan,
    closesAWeek,
    target: (rep) => (rep === TEAM ? team() : ofRep(rep)),
  };
}
