import type { LogSize } from '../data/activity-rows.ts';
import { STANDARD } from '../data/workbook.ts';

/** What grows while everything else stays as it is. */
export type Curve = 'rows' | 'reps' | 'weeks' | 'changes';

/** A workbook, and the edits that are made in it. */
export interface GrowthPoint {
  readonly size: LogSize;
  /** Each number of edits is a run of its own, one after the other in the same workbook. */
  readonly edits: readonly number[];
  /** The edits are spread over so many of the last rows. */
  readonly among: number;
  /** The curves that it stands on. */
  readonly curves: readonly Curve[];
}

/** As many as people type between two reports of a busy team, in the newest rows, where people type. */
export const USUAL_EDITS = 100;
const NEWEST = 1000;
const ROWS_A_WEEK = STANDARD.rows / STANDARD.weeks;

const usual = (size: LogSize, runs: number, ...curves: Curve[]): GrowthPoint => ({
  size,
  edits: Array.from({ length: runs }, () => USUAL_EDITS),
  among: NEWEST,
  curves,
});

/** The same team for a longer time: a sheet grows by weeks, not by busier days. */
const olderLog = (rows: number): LogSize => ({ ...STANDARD, rows, weeks: Math.max(1, Math.round(rows / ROWS_A_WEEK)) });

/** Every point; those of more than `largest` rows are left out, and each is run `runs` times. */
export function growthPoints(largest: number, runs: number): GrowthPoint[] {
  const points = [
    ...[1000, 3000, 10_000, 30_000].map((rows) => usual(olderLog(rows), runs, 'rows')),
    usual(STANDARD, runs, 'rows', 'reps', 'weeks'),
    ...[300_000, 1_000_000].map((rows) => usual(olderLog(rows), Math.min(runs, 2), 'rows')),
    ...[5, 20, 200, 500].map((reps) => usual({ ...STANDARD, reps }, runs, 'reps')),
    ...[13, 52, 104, 260].map((weeks) => usual({ ...STANDARD, weeks }, runs, 'weeks')),
    {
      size: STANDARD,
      edits: [1, 3, 10, 30, 100].map((percent) => (STANDARD.rows * percent) / 100),
      among: STANDARD.rows,
      curves: ['changes' as const],
    },
  ];
  return points.filter(({ size }) => size.rows <= largest);
}
