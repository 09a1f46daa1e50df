import type { Bench, Figure, Figures } from './bench.ts';

export interface Judged extends Figure {
  /** The most that it may be; absent = it only explains. */
  readonly budget?: number;
}

/** Figures with their budgets. Throws when a budget has no figure: it would never be missed. */
export function judge({ name, budgets = {} }: Bench, figures: Figures): Record<string, Judged> {
  for (const figure of Object.keys(budgets))
    if (!figures[figure]) throw new Error(`The bench ${name} has a budget for "${figure}" and did not measure it.`);
  return Object.fromEntries(
    Object.entries(figures).map(([figure, { value, unit }]) => {
      const budget = budgets[figure];
      return [figure, { value: rounded(value), unit, ...(budget !== undefined && { budget }) }];
    }),
  );
}

export const isMissed = ({ value, budget }: Judged): boolean => budget !== undefined && value > budget;

/** Three figures: more would be noise. */
const rounded = (value: number): number => (value >= 1000 ? Math.round(value) : Number(value.toPrecision(3)));
