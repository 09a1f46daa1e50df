import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { COHORT_FIGURES, type Cohort, type CohortFigure, cohortOf, type WeekRollup } from '../weeks/week-rollup.ts';
import { type Ratio, ratio } from './ratio.ts';

export type Weeks = ReadonlyMap<Week, WeekRollup>;

/** Deals first worked in one week, and what has become of them by now. */
export interface CohortWeek {
  readonly week: Week;
  readonly cohort: Cohort;
  /** Old enough that four of five closes to come have come. */
  readonly matured: boolean;
}

const LEARNED_WEEKS = 104;
const MATURITY_SHARE = 0.8;
export const HEADLINE_WEEKS = 26;

/**
 * Days after which a cohort is matured: the 80th percentile (nearest rank) of the team's own days from first MSI to
 * close, over closes of the last 104 weeks. `undefined` without closes.
 */
export function maturityDays(weeks: Weeks, current: Week): number | undefined {
  const days = new Map<number, number>();
  for (const [week, rollup] of weeks) {
    if (week <= current - 7 * LEARNED_WEEKS || week > current) continue;
    for (const [count, deals] of rollup.daysToClose) days.set(count, (days.get(count) ?? 0) + deals);
  }
  const sorted = [...days].sort(([a], [b]) => a - b);
  const rank = Math.ceil(MATURITY_SHARE * sorted.reduce((sum, [, deals]) => sum + deals, 0));
  let seen = 0;
  for (const [count, deals] of sorted) {
    seen += deals;
    if (seen >= rank) return count;
  }
  return undefined;
}

/** The cohorts of a rep (or the team) from `first` to `current`, oldest first; who asks for many reps knows `maturity`. */
export function cohortWeeks(
  weeks: Weeks,
  rep: RepKey,
  first: Week,
  current: Week,
  asOf: Day,
  maturity: number | undefined = maturityDays(weeks, current),
): CohortWeek[] {
  const cohorts: CohortWeek[] = [];
  for (let week = first; week <= current; week += 7) {
    const matured = maturity !== undefined && week + 6 + maturity <= asOf;
    cohorts.push({ week, cohort: cohortOf(weeks.get(week), rep), matured });
  }
  return cohorts;
}

/**
 * "Every salesperson should know their closing ratio. Track this from prospect to close." Of the deals first worked in
 * the last 26 matured weeks, the share closed by now.
 */
export const prospectToClose = (cohorts: readonly CohortWeek[]): Ratio => headlineOf(maturedCohort(cohorts));

export const headlineOf = ({ won, deals }: Pick<Cohort, 'won' | 'deals'>): Ratio => ratio(won, deals);

/** Of the same cohorts, how far the deals came: deals, those with an opportunity, with an ask, won. */
export function funnel(cohorts: readonly CohortWeek[]): readonly { readonly step: string; readonly deals: number }[] {
  const { deals, opportunity, ask, won } = maturedCohort(cohorts);
  return [
    { step: 'Prospects worked', deals },
    { step: 'Opportunity', deals: opportunity },
    { step: 'Ask', deals: ask },
    { step: 'Closed', deals: won },
  ];
}

/** The cohorts of the last 26 matured weeks as one: what every ratio of deals is about. */
export function maturedCohort(cohorts: readonly CohortWeek[]): Cohort {
  const matured = cohorts.filter((cohort) => cohort.matured).slice(-HEADLINE_WEEKS);
  return Object.fromEntries(
    COHORT_FIGURES.map((figure) => [figure, matured.reduce((sum, { cohort }) => sum + cohort[figure], 0)]),
  ) as Record<CohortFigure, number>; // keys are COHORT_FIGURES
}
