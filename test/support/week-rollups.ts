import { type Inputs, type Rules, rulesOf } from '../../lambdas/domain/inputs/rules.ts';
import { entry } from '../../lambdas/domain/trees/entry.ts';
import type { Figure } from '../../lambdas/domain/weeks/figures.ts';
import {
  addCohort,
  addFigures,
  type CohortFigure,
  emptyWeek,
  type WeekRollup,
} from '../../lambdas/domain/weeks/week-rollup.ts';
import { inputsWith, serial } from './trees.ts';

type Amounts = Partial<Record<Figure, number>>;

/** Rollups made by hand, day by day: no rows, no ingest. Weeks start on Monday. */
export class Rollups {
  readonly weeks = new Map<number, WeekRollup>();

  /** Adds figures of a rep (`Ana`) on a date, and the same to the team. Closes with amounts all have one, unless said. */
  on(date: string | number, rep: string, amounts: Amounts): this {
    const day = typeof date === 'number' ? date : serial(date);
    const week = day - ((day + 5) % 7);
    const { closes, closeAmount } = amounts;
    const withAmount = closes && closeAmount !== undefined ? { closesWithAmount: closes } : {};
    const figures = Object.entries({ ...withAmount, ...amounts }) as [Figure, number][]; // keys of Amounts
    for (const key of [`r:${rep.toLowerCase()}`, 't']) addFigures(this.at(week), key, day - week, figures, 1);
    return this;
  }

  /** The same every week, on its first day: `from` and `to` are Mondays, both included. */
  weekly(from: string, to: string, rep: string, amounts: Amounts): this {
    for (let week = serial(from); week <= serial(to); week += 7) this.on(week, rep, amounts);
    return this;
  }

  cohort(monday: string, rep: string, figure: CohortFigure, amount: number): this {
    addCohort(this.at(serial(monday)), `r:${rep.toLowerCase()}`, figure, amount);
    return this;
  }

  daysToClose(monday: string, days: number, deals: number): this {
    this.at(serial(monday)).daysToClose.set(days, deals);
    return this;
  }

  private at(week: number): WeekRollup {
    return entry(this.weeks, week, emptyWeek);
  }
}

/** Goals as typed: rep ('' = team), start, period, amount in major units. */
export function rulesWith(
  goals: readonly (readonly [rep: string, start: string, period: string, revenue: number])[],
  tabs: Inputs['tabs'] = {},
): Rules {
  const rows = goals.map(([rep, start, period, revenue]) => [rep, serial(start), period, revenue]);
  return rulesOf(inputsWith({ Goals: [['Rep', 'Period start', 'Period', 'Revenue goal'], ...rows], ...tabs }));
}

export const teamTab = (...names: readonly string[]): (string | number)[][] => [
  ['Rep', 'Segment'],
  ...names.map((name) => [name, 'Inside']),
];
