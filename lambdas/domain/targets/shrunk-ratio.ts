import type { Ratio } from '../ratios/ratio.ts';

/** How many cases the prior weighs. */
const PRIOR_WEIGHT = 10;

/** "Shrunk ratio = `(x + m·prior) ÷ (n + m)`, m = 10": few cases of one's own say little, so the prior speaks with them. */
export function shrunk({ x, n }: Ratio, prior: number): number {
  return (x + PRIOR_WEIGHT * prior) / (n + PRIOR_WEIGHT);
}
