import type { Day } from '../days/day.ts';
import { scopes } from '../rows/rep-key.ts';
import { addExit, addTo, exitKey, stepDaysKey, type WeekRollup } from '../weeks/week-rollup.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * Adds (`sign` 1) or takes away (-1) how long one run of a deal took: days to close, gaps between MSIs and days in each
 * step of won deals, and in which week of a step it left that step. Each counts in the week in which it was known.
 * "An order that cannot be (close before first contact) is flagged and kept out of averages."
 */
export function addDealLags(occurrence: Occurrence, sign: 1 | -1, weekOfDay: (day: Day) => WeekRollup): void {
  const { first, close, reached } = occurrence;
  if (first.kind === 'close') return;
  if (close) {
    const week = weekOfDay(close.day);
    addTo(week.daysToClose, close.day - first.day, sign);
    for (const gap of occurrence.gaps) addTo(week.gaps, gap, sign);
    const ends = [...reached.slice(1), close.day];
    reached.forEach((from = close.day, step) => {
      addTo(week.stepDays, stepDaysKey(step, (ends[step] ?? close.day) - from), sign);
    });
  }
  for (const { step, from, to, how } of exitsOf(occurrence)) {
    const key = exitKey(step, how, Math.floor((to - from) / 7));
    for (const rep of scopes({ reps: occurrence.lastReps })) addExit(weekOfDay(to), rep, key, sign);
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
  return reached.flatMap((from, step): Exit[] => {
    if (from === undefined) return [];
    const next = reached[step + 1] ?? (close ? close.day : undefined);
    if (next !== undefined) return [{ step, from, to: next, how: 'next' }];
    return state === 'lost' ? [{ step, from, to: last.day, how: 'lost' }] : [];
  });
}
