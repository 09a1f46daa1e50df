import { FIELD_NAMES, PROBLEMS } from '../../lambdas/domain/rows/row-problem.ts';
import { rowsOf, type Snapshot } from '../../lambdas/domain/rows/snapshot.ts';
import { csvOf } from './csv.ts';

/** `problems.csv`: every problem of every rejected and every flagged row; `sheet_row` as the sheet numbers it, from 1. */
export function problemsCsv(snapshot: Snapshot): string {
  const rows = rowsOf(snapshot).flatMap(({ at, problems }) =>
    problems.map(({ kind, got }) => {
      const { severity, field, expected } = PROBLEMS[kind];
      return [at + 1, FIELD_NAMES[field], `${severity}: ${kind}`, expected, got];
    }),
  );
  return csvOf(['sheet_row', 'column', 'kind', 'expected', 'got'], rows);
}
