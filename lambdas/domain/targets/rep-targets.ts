import { remembered } from '../cells/remembered.ts';
import type { Week } from '../days/week.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import type { Facts, FixedTargets, WeekTarget } from '../weeks/facts.ts';
import { ratesOf } from './activity-needed.ts';
import { expectedCloses } from './expected-closes.ts';
import { type Range, startsPerClose } from './ratio-range.ts';
import { seedOf } from './seed.ts';
import { sumOfSteps } from './step-counts.ts';
import { type RepBasis, type TargetBasis, targetBasis } from './target-basis.ts';
import { sumOfTargets, type WeekPlan, weekPlan } from './week-targets.ts';

/** What targets are made from. */
export interface TargetSums {
  readonly weeks: Weeks;
  readonly rules: Rules;
  readonly facts: Pick<Facts, 'targets'>;
}

/** The targets of one week, and what the reps' activity promises. */
export interface RepTargets {
  readonly basis: TargetBasis;
  /** "The week's target is fixed on its first day": as it was fixed, where nothing was missing. */
  readonly fixed: FixedTargets;
  readonly target: (rep: RepKey) => WeekTarget | undefined;
  readonly plan: (rep: RepKey) => WeekPlan | undefined;
  /** Closes a week to expect from the activity of the last 4 complete weeks; absent for who is not on Team. */
  readonly closesAWeek: (rep: RepKey) => number | undefined;
  /** "It takes you ...": the range of first steps for one close. */
  readonly startsPerClose: (rep: RepKey) => Range | undefined;
}

const RECENT_WEEKS = 4;

export function repTargets({ weeks, rules, facts }: TargetSums, week: Week): RepTargets {
  const basis = targetBasis(weeks, rules, week);
  const plan = eachRep(basis, (rep) => weekPlan(basis, rep));
  const before = facts.targets.find((each) => each.week === week);
  const fixed = fixedTargets(basis, plan, before);
  // In the first week of a rep there is nothing but that week, for the ratios too: seldom needed.
  const withThisWeek = remembered((of: Week) => targetBasis(weeks, rules, of + 7).reps);
  const withRows = (rep: RepKey): RepBasis | undefined => {
    const own = basis.reps.get(rep);
    return own && own.weekly.length > 0 ? own : withThisWeek(week).get(rep);
  };
  return {
    basis,
    plan,
    fixed,
    target: (rep) => fixed.reps[rep],
    closesAWeek: remembered((rep) => (rep === TEAM ? undefined : closesAWeek(withRows(rep)))),
    startsPerClose: eachRep(basis, (rep, { weekly, ratios }) => startsPerClose(weekly, ratios, seedOf(week, rep))),
  };
}

/**
 * Each rep who has a goal and an average deal, and the team, their sum. A rep whose first goal is typed in mid-week gets a
 * target then; those that stand stay as they are.
 */
function fixedTargets(
  { week, reps }: TargetBasis,
  plan: RepTargets['plan'],
  before: FixedTargets | undefined,
): FixedTargets {
  const missing = [...reps.keys()].flatMap((rep): [RepKey, WeekTarget][] => {
    const target = before?.reps[rep] ? undefined : plan(rep)?.target;
    return target ? [[rep, target]] : [];
  });
  if (before && missing.length === 0) return before;
  const { [TEAM]: _, ...each } = { ...Object.fromEntries(missing), ...before?.reps };
  const team = sumOfTargets(Object.values(each));
  return { week, reps: team ? { ...each, [TEAM]: team } : {} };
}

function closesAWeek(rep: RepBasis | undefined): number | undefined {
  if (!rep) return undefined;
  const recent = rep.weekly.slice(-RECENT_WEEKS);
  return expectedCloses(sumOfSteps(recent), ratesOf(rep.ratios)) / Math.max(1, recent.length);
}

/** Reckoned now, for every rep. */
function eachRep<T>(
  { reps }: TargetBasis,
  reckon: (rep: RepKey, basis: RepBasis) => T,
): (rep: RepKey) => T | undefined {
  const found = new Map([...reps].map(([rep, basis]) => [rep, reckon(rep, basis)]));
  return (rep) => found.get(rep);
}
