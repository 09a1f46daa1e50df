import { remembered } from '../../domain/cells/remembered.ts';
import { completeUntil, weeksUntil } from '../../domain/days/week.ts';
import {
  type CohortWeek,
  cohortWeeks,
  headlineOf,
  maturedCohort,
  maturityDays,
} from '../../domain/ratios/closing-ratio.ts';
import { type PeriodRatios, periodRatios } from '../../domain/ratios/period-ratios.ts';
import type { Ratio } from '../../domain/ratios/ratio.ts';
import { recentWinRates, type WinRates } from '../../domain/ratios/recent-win-rates.ts';
import type { RepKey } from '../../domain/rows/rep-key.ts';
import { figuresOfWeeks } from '../../domain/weeks/figures-of-weeks.ts';
import type { Cohort } from '../../domain/weeks/week-rollup.ts';
import type { ReportFigures } from '../report-figures.ts';
import { type RepLine, repLines } from '../reps.ts';
import { repsByCloses } from '../reps-by-closes.ts';

export const RECENT_WEEKS = 26;

/** What every block of the tab Closing ratio is made from. */
export interface ClosingView {
  readonly figures: ReportFigures;
  /** By the closes that their activity promises. */
  readonly reps: readonly RepLine[];
  /** Days after its end at which a cohort week is matured; absent = no deal has closed yet. */
  readonly maturity: number | undefined;
  /** From the first week with rows, oldest first. */
  readonly cohorts: (rep: RepKey) => readonly CohortWeek[];
  /** The last 26 matured weeks as one. */
  readonly matured: (rep: RepKey) => Cohort;
  readonly headline: (rep: RepKey) => Ratio;
  readonly winRates: (rep: RepKey) => WinRates;
  /** In rows, of the last 26 complete weeks. */
  readonly period: (rep: RepKey) => PeriodRatios;
}

export function closingView(figures: ReportFigures): ClosingView {
  const { weeks, current, asOf, openDeals, standards } = figures;
  const first = Math.min(current, ...weeks.keys());
  const maturity = maturityDays(weeks, current);
  const cohorts = remembered((rep: RepKey) => cohortWeeks(weeks, rep, first, current, asOf.day, maturity));
  const complete = completeUntil(figures);
  const recent = weeksUntil(complete - 7, RECENT_WEEKS);
  const matured = remembered((rep: RepKey) => maturedCohort(cohorts(rep)));
  const done = remembered((rep: RepKey) => figuresOfWeeks(weeks, rep, recent));
  return {
    figures,
    reps: repsByCloses(figures, repLines(figures, weeksUntil(current, RECENT_WEEKS))),
    maturity,
    cohorts,
    matured,
    headline: (rep) => headlineOf(matured(rep)),
    winRates: remembered(recentWinRates(done, recent, openDeals, standards)),
    period: (rep) => periodRatios(done(rep)),
  };
}
