import { type RepKey, UNASSIGNED } from '../domain/rows/rep-key.ts';
import { byExpectedCloses } from '../domain/targets/expected-closes.ts';
import type { ReportFigures } from './report-figures.ts';

/** Closes a week to expect from recent activity as of today; absent for who is not on Team. */
export const closesToExpect = ({ targets }: Pick<ReportFigures, 'targets'>): ((rep: RepKey) => number | undefined) =>
  targets.complete.closesAWeek;

/**
 * "Reps are ordered by closes expected from their activity", most first, on every tab alike; equal ones, and who is not
 * on Team, stay as they were; rows without a rep come last.
 */
export function repsByCloses<T extends { readonly key: RepKey }>(
  figures: Pick<ReportFigures, 'targets'>,
  reps: readonly T[],
): T[] {
  const closes = closesToExpect(figures);
  return byExpectedCloses(reps, ({ key }) => (key === UNASSIGNED ? -1 : (closes(key) ?? 0)));
}
