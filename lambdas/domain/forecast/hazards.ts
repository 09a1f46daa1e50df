import { BANDS } from './age-bands.ts';
import type { StepCounts } from './step-exits.ts';

/** By step and band of ages (`cellOf`): the chance that a deal still there leaves in a week, for the next step or lost. */
export interface Hazards {
  readonly next: Float64Array;
  readonly lost: Float64Array;
}

/** Weeks at risk that a prior counts for. */
const PRIOR_WEEKS = 10;

/**
 * Left ÷ at risk (Kaplan & Meier 1958; with two ways out, Aalen & Johansen 1978). Where nothing was at risk, as in the
 * band of younger deals: a deal that has grown older than any before it is no more alive than those were.
 */
export function seenHazards({ next, lost, atRisk }: StepCounts): Hazards {
  const left = (of: Float64Array): Float64Array => {
    let younger = 0;
    return of.map((deals, at) => {
      if (at % BANDS === 0) younger = 0;
      const seen = atRisk[at] ?? 0;
      if (seen > 0) younger = deals / seen;
      return younger;
    });
  };
  return { next: left(next), lost: left(lost) };
}

/** "Shrunk ratio = (x + m·prior) ÷ (n + m), m = 10": the fewer weeks at risk, the more a rep is like the segment. */
export function shrunkHazards({ next, lost, atRisk }: StepCounts, prior: Hazards): Hazards {
  const shrunk = (left: Float64Array, before: Float64Array): Float64Array =>
    left.map((x, at) => (x + PRIOR_WEEKS * (before[at] ?? 0)) / ((atRisk[at] ?? 0) + PRIOR_WEEKS));
  return { next: shrunk(next, prior.next), lost: shrunk(lost, prior.lost) };
}
