import type { Meter, MeterFigure } from '../../lambdas/ports.ts';

/** Adds up what is counted. */
export function countingMeter(): Meter & { readonly totals: Partial<Record<MeterFigure, number>> } {
  const totals: Partial<Record<MeterFigure, number>> = {};
  return {
    totals,
    add: (figure, amount) => {
      totals[figure] = (totals[figure] ?? 0) + amount;
    },
  };
}
