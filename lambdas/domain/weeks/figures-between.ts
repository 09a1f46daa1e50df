import type { Day } from '../days/day.ts';
import { weekOf } from '../days/week.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { FIGURES, type Figures, figuresOf } from './figures.ts';

/** The figures of a rep (or the team) on the days in [from, to), whatever the weeks. */
export function figuresBetween(weeks: Weeks, rep: RepKey, from: Day, to: Day, weekStartsOn: number): Figures {
  const sums = new Array<number>(FIGURES.length).fill(0);
  for (let day = from; day < to; day++) {
    const week = weekOf(day, weekStartsOn);
    const counted = weeks
      .get(week)
      ?.days.get(rep)
      ?.get(day - week);
    counted?.forEach((amount, at) => {
      sums[at] = (sums[at] ?? 0) + amount;
    });
  }
  return figuresOf(sums);
}
