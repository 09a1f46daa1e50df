import type { Cohort } from '../weeks/week-rollup.ts';
import { type Ratio, ratio } from './ratio.ts';

/** From one step to the next, on distinct deals: each is a proportion. */
export interface StepRatios {
  readonly opportunityPerProspect: Ratio;
  readonly askPerOpportunity: Ratio;
  readonly wonPerAsk: Ratio;
}

/**
 * "Step ratios by cohort on distinct deals, each ≤ 1; their product equals (1)": the deals first worked in some weeks.
 * Steps are filled in backwards, so what one ratio divides the next one divides by.
 */
export const stepRatios = ({ deals, opportunity, ask, won }: Pick<Cohort, Step>): StepRatios => ({
  opportunityPerProspect: ratio(opportunity, deals),
  askPerOpportunity: ratio(ask, opportunity),
  wonPerAsk: ratio(won, ask),
});

type Step = 'deals' | 'opportunity' | 'ask' | 'won';

/** "By value too": won ÷ asked for, in minor units, over the deals that reached an ask and name an amount. No interval. */
export const wonValue = ({ wonAmount, askAmount }: Pick<Cohort, 'wonAmount' | 'askAmount'>): Ratio =>
  ratio(wonAmount, askAmount);

/** "Check: won + lost + open = cohort size": what is neither won nor lost is open, and can't be negative. */
export const openOf = ({ deals, won, lost }: Pick<Cohort, 'deals' | 'won' | 'lost'>): number => deals - won - lost;

/** A rep's own part of the way of the deals that the rep worked, whoever began them. */
export interface OwnFunnel {
  /** Deals that somebody else worked before. */
  readonly received: number;
  readonly steps: StepRatios;
}

/**
 * "hand-off: a rep's own funnel starts at the step where the rep entered; deals received from others are shown": of the
 * deals that were at a step while the rep worked them or later, the share that went on.
 */
export const ownFunnel = (cohort: Cohort): OwnFunnel => ({
  received: cohort.received,
  steps: {
    opportunityPerProspect: ratio(cohort.ownAttemptsOn, cohort.ownAttempts),
    askPerOpportunity: ratio(cohort.ownOpportunitiesOn, cohort.ownOpportunities),
    wonPerAsk: ratio(cohort.ownAsksOn, cohort.ownAsks),
  },
});
