import type { OpenStep } from './age-bands.ts';
import { type DailyLeaving, dailyLeaving, dayAt, type SameDayShares } from './daily-leaving.ts';
import type { Hazards } from './hazards.ts';

export interface CloseChances {
  /**
   * "P(close within h weeks | step, age)": for a deal that was in the step at the end of its day `age` there (0 = the day
   * of coming in; -1 = it comes in on the first day to come), the chance that it closes within each of the horizons.
   */
  within(step: OpenStep, age: number): Float64Array;
  /** The chance that a deal first worked today is closed t days later: t = 0 (today), 1, ... the longest horizon - 1. */
  readonly ofNew: Float64Array;
}

/**
 * A deal goes attempt -> opportunity -> ask -> close, and leaves each step after its own time there for the next one or
 * as lost. How long it was in the steps before doesn't matter (semi-Markov), so the chance of a close within t days of
 * coming into a step is that of leaving for the next on some day and closing from there in the days that are left.
 * `horizons` in days.
 */
export function closeChances(hazards: Hazards, sameDay: SameDayShares, horizons: readonly number[]): CloseChances {
  const leaving = dailyLeaving(hazards, sameDay);
  const days = Math.max(...horizons);
  const onDay = new Float64Array(days);
  const closed = new Float64Array(days).fill(1);
  const ask = cumulative(onward(leaving, 2, -1, onDay), closed);
  const opportunity = cumulative(onward(leaving, 1, -1, onDay), ask);
  const ofNew = cumulative(onward(leaving, 0, -1, onDay), opportunity);
  const then = [opportunity, ask, closed] as const;
  const known = [
    new Map<number, Float64Array>(),
    new Map<number, Float64Array>(),
    new Map<number, Float64Array>(),
  ] as const;
  const within = (step: OpenStep, age: number): Float64Array => {
    const before = known[step].get(age);
    if (before) return before;
    const chances = chancesWithin(onward(leaving, step, age, onDay), then[step], horizons);
    known[step].set(age, chances);
    return chances;
  };
  return { ofNew, within };
}

/** The chance of leaving for the next step on each of the days to come, into `onDay`. */
function onward({ next, lost }: DailyLeaving, step: OpenStep, age: number, onDay: Float64Array): Float64Array {
  const [nextOn = NONE, lostOn = NONE] = [next[step], lost[step]];
  let there = 1;
  for (let day = 0; day < onDay.length; day++) {
    const at = dayAt(age + 1 + day);
    const leaving = nextOn[at] ?? 0;
    onDay[day] = there * leaving;
    there *= Math.max(0, 1 - leaving - (lostOn[at] ?? 0));
  }
  return onDay;
}

const NONE = new Float64Array();

function chancesWithin(onDay: Float64Array, then: Float64Array, horizons: readonly number[]): Float64Array {
  const chances = new Float64Array(horizons.length);
  for (let at = 0; at < chances.length; at++) chances[at] = closedBy(onDay, then, horizons[at] ?? 0);
  return chances;
}

/** Closed within `days`: left on a day, and closed from the step after it by the last of the days. */
function closedBy(onDay: Float64Array, then: Float64Array, days: number): number {
  let chance = 0;
  for (let day = 0; day < days; day++) chance += (onDay[day] ?? 0) * (then[days - 1 - day] ?? 0);
  return chance;
}

function cumulative(onDay: Float64Array, then: Float64Array): Float64Array {
  const chances = new Float64Array(onDay.length);
  for (let last = 0; last < chances.length; last++) chances[last] = closedBy(onDay, then, last + 1);
  return chances;
}
