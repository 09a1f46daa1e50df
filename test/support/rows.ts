import type { Cell, Grid } from '../../lambdas/domain/cells/cell.ts';
import type { DateOrder } from '../../lambdas/domain/cells/date-cell.ts';
import { tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import type { Day } from '../../lambdas/domain/days/day.ts';
import { type Inputs, type Rules, rulesOf } from '../../lambdas/domain/inputs/rules.ts';
import { type ActivityField, AT } from '../../lambdas/domain/rows/activity-columns.ts';
import { activityHeader } from '../../lambdas/domain/rows/activity-header.ts';
import { type RowReading, rowReader } from '../../lambdas/domain/rows/activity-row.ts';
import { lineOf, type RowLine } from '../../lambdas/domain/rows/row-line.ts';
import { PROBLEMS, type RowProblem } from '../../lambdas/domain/rows/row-problem.ts';
import { readSnapshot, type Snapshot } from '../../lambdas/domain/rows/snapshot.ts';

/** `2026-11-16` -> its serial number, by way of the runtime's own calendar instead of the code under test. */
export function day(iso: string): Day {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at)) throw new Error(`${iso} is no date`);
  return at / 86_400_000 + 25569;
}

export type Cells = Readonly<Partial<Record<ActivityField, Cell>>>;

/** A row that has nothing wrong with it, unless told otherwise. */
export const GOOD: Cells = {
  date: day('2026-11-16'),
  rep: 'Jane',
  prospect: 'Acme',
  activity: 'Follow-up',
};

/** Cells by field, in canonical order. */
export function cellsInOrder(cells: Cells): Cell[] {
  const row: Cell[] = [];
  for (const [field, cell] of Object.entries(cells)) row[AT[field as ActivityField]] = cell; // keys of Cells
  return Array.from(row);
}

export function line(cells: Cells): RowLine {
  return lineOf(cellsInOrder(cells), Object.values(AT));
}

export function rules(inputs: Partial<Inputs> & { readonly dateOrder?: DateOrder } = {}): Rules {
  return rulesOf({ title: 'Test', locale: 'en_US', timeZone: 'Europe/Amsterdam', tabs: {}, ...inputs });
}

/** Reads a good row with some cells typed otherwise. */
export function reading(cells: Cells, under: Rules = rules()): RowReading {
  return rowReader(under).read(cellsInOrder({ ...GOOD, ...cells }));
}

/** `rejected date: no date` */
export const told = ({ kind }: RowProblem): string => `${PROBLEMS[kind].severity} ${PROBLEMS[kind].field}: ${kind}`;

/** What is wrong with a good row with some cells typed otherwise, as `rejected date: no date`. */
export function problemsOf(cells: Cells, under: Rules = rules()): string[] {
  return reading(cells, under).problems.map(told);
}

export const SHORT_ROW: readonly Cell[] = ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome'];

/** Reads a whole Activity tab; throws the message of a header that can't be used. */
export function snapshotOf(grid: Grid, under: Rules = rules()): Snapshot {
  const header = activityHeader(tabOf(grid));
  if ('message' in header) throw new Error(header.message);
  return readSnapshot(tabOf(grid), header, under).snapshot;
}
