import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';
import { readExitKey } from '../weeks/week-rollup.ts';
import { BANDS, bandOf, bandStart, cellOf, OPEN_STEPS } from './age-bands.ts';
import type { StandingDeal } from './standing-deal.ts';

/** Deals that left a step in a week, of a rep who worked them last or of the team. */
export interface StepExit {
  readonly week: Week;
  readonly rep: RepKey;
  readonly step: number;
  readonly how: 'next' | 'lost';
  /** In their nth week in the step, 0 = the first 7 days. */
  readonly age: number;
  readonly deals: number;
}

/** Every exit of the weeks, read once. */
export function stepExits(weeks: Weeks): StepExit[] {
  const read = new Map<string, ReturnType<typeof readExitKey>>();
  const exits: StepExit[] = [];
  for (const [week, rollup] of weeks) {
    for (const [rep, counts] of rollup.exits) {
      for (const [key, deals] of counts) {
        const { step, how, week: age } = entry(read, key, () => readExitKey(key));
        exits.push({ week, rep, step, how, age, deals });
      }
    }
  }
  return exits;
}

/** By step and band of ages (`cellOf`): deals that left, and weeks that deals were at risk of leaving. */
export interface StepCounts {
  readonly next: Float64Array;
  readonly lost: Float64Array;
  readonly atRisk: Float64Array;
}

export const noCounts = (): StepCounts => ({
  next: new Float64Array(OPEN_STEPS * BANDS),
  lost: new Float64Array(OPEN_STEPS * BANDS),
  atRisk: new Float64Array(OPEN_STEPS * BANDS),
});

const LEARNED_DAYS = 7 * 104;

/**
 * What the 104 weeks before `from` say about leaving a step, by rep or for the team, whichever exits are given. Deals that
 * left count as at risk until they left; those that stand there still, until now: they are censored, not lost. `whose`:
 * under whom a standing deal counts.
 */
export function stepCounts(
  exits: readonly StepExit[],
  standing: readonly StandingDeal[],
  whose: (deal: StandingDeal) => readonly RepKey[],
  from: Day,
): ReadonlyMap<RepKey, StepCounts> {
  const start = from - LEARNED_DAYS;
  const counts = new Map<RepKey, StepCounts>();
  for (const { week, rep, step, how, age, deals } of exits) {
    if (week >= from || week < start) continue;
    const of = entry(counts, rep, noCounts);
    addTo(of[how], cellOf(step, bandOf(age)), deals);
    addWeeksAtRisk(of, step, age - (week - start) / 7, age + 1, deals);
  }
  for (const deal of standing) {
    if (!deal.learnedFrom) continue;
    const { step, since } = deal;
    for (const rep of whose(deal))
      addWeeksAtRisk(entry(counts, rep, noCounts), step, (start - since) / 7, (from - since) / 7, 1);
  }
  return counts;
}

/** Weeks in a step [from, to) that `deals` spent at risk; what lies before the 104 weeks was not seen. */
function addWeeksAtRisk({ atRisk }: StepCounts, step: number, from: number, to: number, deals: number): void {
  const begin = Math.max(0, from);
  for (let band = bandOf(Math.floor(begin)); band < BANDS && bandStart(band) < to; band++) {
    const weeks = Math.min(to, bandStart(band + 1)) - Math.max(begin, bandStart(band));
    addTo(atRisk, cellOf(step, band), weeks * deals);
  }
}

const addTo = (list: Float64Array, at: number, amount: number): void => {
  list[at] = (list[at] ?? 0) + amount;
};

/** The sum of several. */
export function totalCounts(parts: readonly StepCounts[]): StepCounts {
  const total = noCounts();
  for (const part of parts)
    for (const kind of ['next', 'lost', 'atRisk'] as const)
      part[kind].forEach((amount, at) => {
        addTo(total[kind], at, amount);
      });
  return total;
}
