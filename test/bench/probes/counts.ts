import type { Meter, MeterFigure } from '../../../lambdas/ports.ts';

export type Counts = Partial<Record<MeterFigure, number>>;

/** A meter that shows what it summed. */
export function counting(): { readonly meter: Meter; readonly counts: Counts } {
  const counts: Counts = {};
  const add = (figure: MeterFigure, amount: number): void => {
    counts[figure] = (counts[figure] ?? 0) + amount;
  };
  return { counts, meter: { add } };
}
