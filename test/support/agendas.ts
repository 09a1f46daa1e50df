import type { AgendaFigures } from '../../lambdas/domain/agenda/attendants.ts';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { weekOf } from '../../lambdas/domain/days/week.ts';
import type { DealLine } from '../../lambdas/domain/deals/deal-line.ts';
import { learnedStandards } from '../../lambdas/domain/deals/deal-standards.ts';
import { rulesOf } from '../../lambdas/domain/inputs/rules.ts';
import type { RepKey } from '../../lambdas/domain/rows/rep-key.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import type { Figure } from '../../lambdas/domain/weeks/figures.ts';
import {
  addCohort,
  addFigures,
  type CohortFigure,
  emptyWeek,
  type WeekRollup,
} from '../../lambdas/domain/weeks/week-rollup.ts';
import { day } from './rows.ts';
import { inputsWith } from './trees.ts';

/** Tuesday. */
export const TODAY = day('2026-11-17');

/** Ana and Ben inside, Cas in the field. */
export const TEAM_TAB: readonly (readonly Cell[])[] = [
  ['Rep', 'Segment', 'Work days'],
  ['Ana', 'Inside', ''],
  ['Ben', 'Inside', ''],
  ['Cas', 'Field', 'Mon-Thu'],
];

/** An open deal of Ana's, asked three weeks ago, worked yesterday, with a next step ahead: nothing is notable about it. */
export function deal(prospect: string, other: Partial<DealLine> = {}): DealLine {
  return {
    prospect,
    deal: '',
    occurrence: 1,
    opening: false,
    reached: [TODAY - 30, TODAY - 25, TODAY - 21],
    state: 'open',
    firstReps: ['r:ana'],
    lastReps: ['r:ana'],
    lastMsi: TODAY - 1,
    msis: 5,
    nextStep: { text: 'Call', on: TODAY - 1, due: TODAY + 2 },
    slips: 0,
    closedFirst: false,
    ...other,
  };
}

/** Days without an MSI and no step ahead. */
export const silent = (days: number): Partial<DealLine> => ({
  lastMsi: TODAY - days,
  nextStep: { text: 'Call', on: TODAY - days },
});

export type InputTabs = Partial<Record<InputTab, readonly (readonly Cell[])[]>>;

/** The figures of some open deals and weeks on TODAY, with TEAM_TAB unless told otherwise. */
export function agendaFigures(
  openDeals: readonly DealLine[],
  tabs: InputTabs = {},
  weeks: ReadonlyMap<number, WeekRollup> = new Map(),
): AgendaFigures {
  const rules = rulesOf(inputsWith({ Team: TEAM_TAB, ...tabs }));
  const current = weekOf(TODAY, 1);
  const standards = learnedStandards({ rules, weeks, current, openDeals }, TODAY);
  return { rules, weeks, current, today: TODAY, openDeals, standards, names: {} };
}

/** Weeks with figures of reps on days, and cohorts of reps by week. */
export function weeksOf(parts: {
  readonly days?: readonly (readonly [rep: RepKey, day: number, figures: readonly (readonly [Figure, number])[]])[];
  readonly cohorts?: readonly (readonly [rep: RepKey, week: number, sums: Partial<Record<CohortFigure, number>>])[];
}): Map<number, WeekRollup> {
  const weeks = new Map<number, WeekRollup>();
  const at = (week: number): WeekRollup => {
    const rollup = weeks.get(week) ?? emptyWeek();
    weeks.set(week, rollup);
    return rollup;
  };
  for (const [rep, on, figures] of parts.days ?? []) {
    addFigures(at(weekOf(on, 1)), rep, on - weekOf(on, 1), figures, 1);
  }
  for (const [rep, week, sums] of parts.cohorts ?? []) {
    for (const [figure, amount] of Object.entries(sums)) addCohort(at(week), rep, figure as CohortFigure, amount); // keys of sums
  }
  return weeks;
}
