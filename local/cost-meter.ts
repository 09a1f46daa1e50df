import type { Meter, MeterFigure } from '../lambdas/ports.ts';

/** Sums what a run costs. */
export interface CostMeter extends Meter {
  total(figure: MeterFigure): number;
}

export function costMeter(): CostMeter {
  const totals = new Map<MeterFigure, number>();
  return {
    add: (figure, amount) => {
      totals.set(figure, (totals.get(figure) ?? 0) + amount);
    },
    total: (figure) => totals.get(figure) ?? 0,
  };
}
