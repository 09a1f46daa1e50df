import { completeUntil } from '../domain/days/week.ts';
import { type RepKey, UNASSIGNED } from '../domain/rows/rep-key.ts';
import { byExpectedCloses } from '../domain/targets/expected-closes.ts';
import { repTargets } from './rep-targets.ts';
import type { ReportFigures } from './report-figures.ts';

/** Closes a week to expect from recent activity as of today; absent for who is not on Team. */
export const closesToExpect = (figures: ReportFigures): ((rep: RepKey) => number | undefined) =>
  repTargets(figures, completeUntil(figures)).closesAWeek;

/**
 * "Reps are ordered by closes expected from their activity", most first, on every tab alike; equal ones, and who is not
 * on Team, stay as they were; rows without a rep come last.
 */
export function repsByCloses<T extends { readonly key: RepKey }>(figures: ReportFigures, reps: readonly T[]): T[] {
  const closes = closesToExpect(figures);
  return byExpectedCloses(reps, ({ key }) => (key === UNASSIGNED ? -1 : (closes(key) ?? 0)));
}
