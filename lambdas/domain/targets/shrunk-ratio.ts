import type { Ratio } from '../ratios/ratio.ts';

/** How many cases the prior weighs. */
const PRIOR_WEIGHT = 10;

/**
 * "Shrunk ratio = `(x + m·prior) ÷ (n + m)`, m = 10": few cases of one's own say little, so the prior speaks with them.
 * With n = 0 and x above 0 nobody types the step before: the ratio to that step is as much too small as this one is too
 * large, and their product, which targets are solved back with, stays near what was done. So x counts all the same.
 */
export function shrunk({ x, n }: Ratio, prior: number): number {
  return (x + PRIOR_WEIGHT * prior) / (n + PRIOR_WEIGHT);
}
