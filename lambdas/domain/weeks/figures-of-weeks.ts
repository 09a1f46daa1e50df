import type { Week } from '../days/week.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { FIGURE_AT, FIGURES, type Figure, type Figures, figuresOf } from './figures.ts';
import type { WeekRollup } from './week-rollup.ts';

/** The figures of a rep (or the team) over whole weeks, added up. */
export function figuresOfWeeks(weeks: Weeks, rep: RepKey, among: readonly Week[]): Figures {
  const sums = new Array<number>(FIGURES.length).fill(0);
  for (const week of among) {
    for (const day of weeks.get(week)?.days.get(rep)?.values() ?? []) {
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (day[at] ?? 0);
    }
  }
  return figuresOf(sums);
}

/** One figure of a rep (or the team) in a week: tables of weeks ask for one at a time. */
export function figureOfWeek(rollup: WeekRollup | undefined, rep: RepKey, figure: Figure): number {
  let sum = 0;
  for (const day of rollup?.days.get(rep)?.values() ?? []) sum += day[FIGURE_AT[figure]] ?? 0;
  return sum;
}
