import type { Figures } from '../weeks/figures.ts';
import { type Ratio, ratio } from './ratio.ts';

/**
 * Closes, asks, opportunities and attempts of the same weeks, in rows. They may exceed 1 and mix cohorts, so they carry
 * no interval: "It takes you 31 attempts, 9 opportunities, 5 asks per close".
 */
export interface PeriodRatios {
  readonly closesPerAsk: Ratio;
  readonly closesPerOpportunity: Ratio;
  readonly closesPerAttempt: Ratio;
  readonly asksPerOpportunity: Ratio;
  readonly opportunitiesPerAttempt: Ratio;
}

export function periodRatios({ closes, asks, opportunities, attempts }: Figures): PeriodRatios {
  return {
    closesPerAsk: ratio(closes, asks),
    closesPerOpportunity: ratio(closes, opportunities),
    closesPerAttempt: ratio(closes, attempts),
    asksPerOpportunity: ratio(asks, opportunities),
    opportunitiesPerAttempt: ratio(opportunities, attempts),
  };
}
