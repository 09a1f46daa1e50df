import type { Day } from '../days/day.ts';

/**
 * One time that the sheet was found changed: day and minute in the workbook's zone, rows on Activity, and how many came
 * and went since the time before. An edited row is one that went and one that came. Short, because the head keeps it.
 */
export type Run = readonly [day: Day, minute: number, rows: number, added: number, removed: number];

/** The head stays below 1 KB, one write unit: while it holds the reason of a stop there is room for fewer. */
export const RUNS_KEPT = 8;
export const RUNS_KEPT_STOPPED = 1;

/** Newest first; a head of before has none. */
export const withRun = (runs: readonly Run[] | undefined, run: Run): readonly Run[] =>
  [run, ...(runs ?? [])].slice(0, RUNS_KEPT);
