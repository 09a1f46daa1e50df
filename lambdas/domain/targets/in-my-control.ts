import type { Settings } from '../inputs/settings.ts';
import type { Figures } from '../weeks/figures.ts';
import { type ChainFactor, controlChain, type Yardstick } from './control-chain.ts';
import { netRevenue } from './net-revenue.ts';
import { splitGap, wholeParts } from './split-gap.ts';
import { confirmedCounts } from './step-counts.ts';

/** A factor, and the part of the gap that it made: minor units, below 0 = short of what was expected. */
export interface ControlPart extends ChainFactor {
  readonly part: number;
}

export interface InMyControl {
  /** What was expected by now, and what was closed. */
  readonly expected: number;
  readonly closed: number;
  /** Closes whose amount is in `closed`. */
  readonly closesWithAmount: number;
  /** Net revenue less what was expected by now; the sum of all parts. */
  readonly gap: number;
  readonly parts: readonly ControlPart[];
  /** Renewals less cancellations: no step of the sale, so a part of its own. */
  readonly afterSale: number;
  /** The largest part below 0 that the rep can act on; absent where nothing is short. */
  readonly largest?: ControlPart;
}

/**
 * "What is in my control": the gap between what was closed and what was expected by now, split into activity, each step
 * ratio and deal size. `undefined` = nothing is expected yet.
 */
export function inMyControl(
  figures: Figures,
  yardstick: Yardstick,
  unconfirmed: Settings['unconfirmed'],
): InMyControl | undefined {
  const expected = Math.round(yardstick.revenue);
  if (expected <= 0) return undefined;
  const net = netRevenue(figures);
  // Amounts below 0 typed on closes are none of the factors' doing.
  const closed = Math.max(0, figures.closeAmount);
  const factors = controlChain(confirmedCounts(figures, unconfirmed), closed, { ...yardstick, revenue: expected });
  const shares = wholeParts(splitGap(factors), closed - expected);
  const parts = factors.map((factor, at): ControlPart => ({ ...factor, part: shares[at] ?? 0 }));
  const largest = parts.reduce<ControlPart | undefined>(
    (worst, part) => (part.part < (worst?.part ?? 0) ? part : worst),
    undefined,
  );
  const gap = net - expected;
  const { closesWithAmount } = figures;
  return {
    expected,
    closed,
    closesWithAmount,
    gap,
    parts,
    afterSale: net - closed,
    ...(gap < 0 && largest && { largest }),
  };
}
