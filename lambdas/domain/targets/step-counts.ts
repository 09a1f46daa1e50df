import type { Week } from '../days/week.ts';
import type { Settings } from '../inputs/settings.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { FIGURE_AT } from '../weeks/figures.ts';

/** Rows (x Count) of each step, and deals closed. Attempts without an outcome are left out where they are kept apart. */
export interface StepCounts {
  readonly attempts: number;
  readonly followUps: number;
  readonly opportunities: number;
  readonly asks: number;
  readonly closes: number;
}

/** "unconfirmed ... outside pace and targets until the outcome is typed (setting: count them, or drop them)" */
export function confirmedCounts(
  { attempts, unconfirmed, followUps, opportunities, asks, closes }: StepCounts & { readonly unconfirmed: number },
  setting: Settings['unconfirmed'],
): StepCounts {
  return { attempts: setting === 'Apart' ? attempts - unconfirmed : attempts, followUps, opportunities, asks, closes };
}

/** The counts of a rep in each of some whole weeks, in their order. */
export function weeklySteps(
  weeks: Weeks,
  rep: RepKey,
  of: readonly Week[],
  setting: Settings['unconfirmed'],
): StepCounts[] {
  return of.map((week) => {
    const counts = { attempts: 0, unconfirmed: 0, followUps: 0, opportunities: 0, asks: 0, closes: 0 };
    for (const day of weeks.get(week)?.days.get(rep)?.values() ?? []) {
      counts.attempts += day[FIGURE_AT.attempts] ?? 0;
      counts.unconfirmed += day[FIGURE_AT.unconfirmed] ?? 0;
      counts.followUps += day[FIGURE_AT.followUps] ?? 0;
      counts.opportunities += day[FIGURE_AT.opportunities] ?? 0;
      counts.asks += day[FIGURE_AT.asks] ?? 0;
      counts.closes += day[FIGURE_AT.closes] ?? 0;
    }
    return confirmedCounts(counts, setting);
  });
}

export function sumOfSteps(parts: readonly StepCounts[]): StepCounts {
  const sum = { attempts: 0, followUps: 0, opportunities: 0, asks: 0, closes: 0 };
  for (const part of parts) {
    sum.attempts += part.attempts;
    sum.followUps += part.followUps;
    sum.opportunities += part.opportunities;
    sum.asks += part.asks;
    sum.closes += part.closes;
  }
  return sum;
}
