import { type Random, seeded } from '../forecast/random.ts';
import { ratio } from '../ratios/ratio.ts';
import { activityNeeded, type Rates } from './activity-needed.ts';
import type { RowRatios } from './row-ratios.ts';
import { shrunk } from './shrunk-ratio.ts';
import type { StepCounts } from './step-counts.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

const DRAWS = 200;
/** The middle 80 %. */
const TAIL = 0.1;

/**
 * "range by seeded bootstrap over weeks": the weeks are drawn again with replacement, each draw is solved back, and the
 * middle 80 % of the answers is the range of attempts (for who starts at Opportunity: opportunities) per close. Priors
 * stay as they are. Absent where there are fewer than 2 weeks.
 */
export function startsPerClose(weekly: readonly StepCounts[], ratios: RowRatios, seed: number): Range | undefined {
  if (weekly.length < 2) return undefined;
  const random = seeded(seed);
  const starts = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    const { attempts, opportunities } = activityNeeded(1, ratesOfDraw(drawnAgain(weekly, random), ratios));
    starts[draw] = ratios.start === 'attempt' ? attempts : opportunities;
  }
  starts.sort();
  const at = (share: number): number => starts[Math.ceil(share * DRAWS) - 1] ?? 0;
  return { low: at(TAIL), high: at(1 - TAIL) };
}

/** The sum of as many weeks, each any of them. */
function drawnAgain(weekly: readonly StepCounts[], random: Random): StepCounts {
  const sum = { attempts: 0, followUps: 0, opportunities: 0, asks: 0, closes: 0 };
  for (let left = weekly.length; left > 0; left--) {
    const week = weekly[Math.floor(random() * weekly.length)];
    if (!week) continue;
    sum.attempts += week.attempts;
    sum.opportunities += week.opportunities;
    sum.asks += week.asks;
    sum.closes += week.closes;
  }
  return sum;
}

function ratesOfDraw({ attempts, opportunities, asks, closes }: StepCounts, ratios: RowRatios): Rates {
  return {
    start: ratios.start,
    opportunitiesPerAttempt: shrunk(ratio(opportunities, attempts), ratios.opportunitiesPerAttempt.prior),
    asksPerOpportunity: shrunk(ratio(asks, opportunities), ratios.asksPerOpportunity.prior),
    closesPerAsk: shrunk(ratio(closes, asks), ratios.closesPerAsk.prior),
    followUpsPerStart: 0,
  };
}
