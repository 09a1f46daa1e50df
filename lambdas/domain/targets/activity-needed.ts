import type { WeekTarget } from '../weeks/facts.ts';
import type { RowRatios } from './row-ratios.ts';
import type { StepCounts } from './step-counts.ts';

/** The numbers that a back-solve needs of `RowRatios`. */
export interface Rates {
  readonly start: RowRatios['start'];
  readonly opportunitiesPerAttempt: number;
  readonly asksPerOpportunity: number;
  readonly closesPerAsk: number;
  readonly followUpsPerStart: number;
}

export const ratesOf = (ratios: RowRatios): Rates => ({
  start: ratios.start,
  opportunitiesPerAttempt: ratios.opportunitiesPerAttempt.value,
  asksPerOpportunity: ratios.asksPerOpportunity.value,
  closesPerAsk: ratios.closesPerAsk.value,
  followUpsPerStart: ratios.followUpsPerStart,
});

/**
 * "closes = ..., then asks, opportunities, attempts by the ratios": fractions, because they are rounded up only at the
 * end. Who starts at Opportunity needs no attempts.
 */
export function activityNeeded(closes: number, rates: Rates): StepCounts {
  const asks = closes / rates.closesPerAsk;
  const opportunities = asks / rates.asksPerOpportunity;
  const attempts = rates.start === 'attempt' ? opportunities / rates.opportunitiesPerAttempt : 0;
  const followUps = (rates.start === 'attempt' ? attempts : opportunities) * rates.followUpsPerStart;
  return { attempts, followUps, opportunities, asks, closes };
}

/** "Rounded up only at the end (12 closes at .30/.60/.40 -> 40 / 67 / 167). MSI target = sum of the four." */
export const roundedUp = (needed: StepCounts): WeekTarget =>
  withMsis({
    attempts: up(needed.attempts),
    followUps: up(needed.followUps),
    opportunities: up(needed.opportunities),
    asks: up(needed.asks),
    closes: up(needed.closes),
  });

/** MSIs are the four kinds together: attempts, follow-ups, opportunities and asks. */
export const withMsis = (counts: StepCounts): WeekTarget => ({
  msis: counts.attempts + counts.followUps + counts.opportunities + counts.asks,
  ...counts,
});

/** The next whole number; what is whole but for the error of divisions stays. */
export const up = (amount: number): number => Math.ceil(amount - 1e-9) || 0;
