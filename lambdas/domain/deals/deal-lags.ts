import type { Day } from '../days/day.ts';
import { scopes } from '../rows/rep-key.ts';
import { type WeekSums, weekOfDay } from '../weeks/week-in.ts';
import { addExit, addTo, exitKey, stepDaysKey } from '../weeks/week-rollup.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * Adds (`sign` 1) or takes away (-1) how long one run of a deal took: days to close, gaps between MSIs and days in each
 * step of won deals, and in which week of a step it left that step. Each counts in the week in which it was known.
 * "An order that cannot be (close before first contact) is flagged and kept out of averages."
 */
export function addDealLags(occurrence: Occurrence, sign: 1 | -1, weeks: WeekSums): void {
  const { first, close, reached } = occurrence;
  if (first.kind === 'close') return;
  if (close) {
    const week = weekOfDay(weeks, close.day);
    addTo(week.daysToClose, close.day - first.day, sign);
    for (const gap of occurrence.gaps) addTo(week.gaps, gap, sign);
    const ends = [...reached.slice(1), close.day];
    for (const [step, from = close.day] of reached.entries())
      addTo(week.stepDays, stepDaysKey(step, (ends[step] ?? close.day) - from), sign);
  }
  for (const { step, from, to, how } of exitsOf(occurrence)) {
    const key = exitKey(step, how, Math.floor((to - from) / 7));
    for (const rep of scopes({ reps: occurrence.lastReps })) addExit(weekOfDay(weeks, to), rep, key, sign);
  }
}

interface Exit {
  readonly step: number;
  readonly from: Day;
  readonly to: Day;
  readonly how: 'next' | 'lost';
}

/** A deal leaves each step for the next one or as lost; an open deal is still in its last. */
function exitsOf({ reached, close, state, last }: Occurrence): Exit[] {
  const exits: Exit[] = [];
  for (const [step, from] of reached.entries()) {
    if (from === undefined) continue;
    const next = reached[step + 1] ?? close?.day;
    if (next !== undefined) exits.push({ step, from, to: next, how: 'next' });
    else if (state === 'lost') exits.push({ step, from, to: last.day, how: 'lost' });
  }
  return exits;
}
