import type { DealLine } from '../deals/deal-line.ts';
import { TEAM } from '../rows/rep-key.ts';
import type { ForecastInput } from './forecast-input.ts';
import { type StepExit, stepExits } from './step-exits.ts';

/** What the past holds, read once for the forecasts of several days. */
export interface Past {
  readonly input: ForecastInput;
  readonly exits: { readonly team: readonly StepExit[]; readonly reps: readonly StepExit[] };
  /** Open and decided. */
  readonly lines: readonly DealLine[];
}

export function pastOf(input: ForecastInput): Past {
  const exits = stepExits(input.weeks);
  return {
    input,
    exits: { team: exits.filter(({ rep }) => rep === TEAM), reps: exits.filter(({ rep }) => rep !== TEAM) },
    lines: [...input.openDeals, ...input.decidedDeals],
  };
}
