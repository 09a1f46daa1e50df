import { remembered } from '../cells/remembered.ts';
import type { Week } from '../days/week.ts';
import { type RepTargets, repTargets, type TargetSums } from './rep-targets.ts';

/** The targets of the weeks that a report tells of, often one and the same. */
export interface ReportTargets {
  readonly current: RepTargets;
  /** Of the week that leads: the last one until Monday's cut-off hour. */
  readonly shown: RepTargets;
  /** Of the first week that is not over: every complete week lies before it. */
  readonly complete: RepTargets;
}

export function reportTargets(sums: TargetSums, weeks: Readonly<Record<keyof ReportTargets, Week>>): ReportTargets {
  const of = remembered((week: Week) => repTargets(sums, week));
  return { current: of(weeks.current), shown: of(weeks.shown), complete: of(weeks.complete) };
}
