import { expect } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import { repFigures } from '../../lambdas/domain/weeks/week-rollup.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import type { MemoryService } from './memory-service.ts';
import { activityOf, headerOf, NAMES, rowsTyped } from './rep-edits.ts';
import {
  DEFAULT_RULES,
  dayInAmsterdam,
  isAccepted,
  type ModelRow,
  type ModelRules,
  weeklyFigures,
} from './sales-model.ts';
import { storedRows } from './stored-rows.ts';

export const BOOK = 'workbook';

/** What the model knows: the rows as they stand on the sheet (`undefined` = a blank row), and the rules in force. */
export interface Modelled {
  rows: (ModelRow | undefined)[];
  rules: ModelRules;
  /** Rows that may be gone since the sheet was last read: the guard against mass removals looks at those. */
  removed: number;
}

export const firstModel = (): Modelled => ({ rows: [], rules: DEFAULT_RULES, removed: 0 });
export const tabsOfModel = (): Record<string, Cell[][]> => ({
  Activity: [[...NAMES, 'Check']],
  Team: [
    ['Rep', 'Email', 'Aliases'],
    ['Ana', 'ana@example.com', ''],
    ['Ben', '', ''],
  ],
  Outcomes: [['Outcome', 'Counts', 'From']],
  Settings: [
    ['Setting', 'Value'],
    ['Accept removals', ''],
  ],
});

export const cellsOfModelRow = (row: ModelRow): Cell[] => [
  ...[row.date, row.rep, row.prospect, '', row.activity, row.outcome, row.count, '', '', '', '', '', ''],
];

/** The cells of a row put where their columns are now. */
export function putRow(one: MemoryService, at: number, row: ModelRow | undefined, insert: boolean): void {
  const tab = activityOf(one.sheet(BOOK));
  const header = headerOf(tab);
  const y = header.row + 1 + at;
  const before = insert ? [] : (tab.rows[y] ?? []);
  const cells: Cell[] = Array.from(before, (cell) => cell ?? '');
  if (row) {
    for (const [i, cell] of cellsOfModelRow(row).entries()) {
      const x = header.at(NAMES[i] ?? '');
      while (cells.length <= x) cells.push('');
      cells[x] = cell;
    }
  }
  tab.rows.splice(y, insert ? 0 : 1, cells);
}

export const runAll = async (one: MemoryService): Promise<void> => {
  for (const stage of ['ingest', 'rollup', 'report'] as const) await one.run(stage, BOOK);
};

/** Figures of the store, in the words of the model. */
export async function storedFigures(one: MemoryService): Promise<Map<string, number>> {
  const head = one.store.table.heads.get(BOOK);
  const { source, derived } = head ?? {};
  const found = new Map<string, number>();
  if (!head || source === undefined || !derived) return found;
  const asOf = (zone: string) => asOfInstant(one.now, zone);
  const { weeks } = await loadFigures(one.store.open(), BOOK, { ...head, source, derived }, asOf);
  for (const [week, rollup] of weeks) {
    for (const rep of rollup.days.keys()) {
      const { msis, attempts, followUps, opportunities, asks, closes } = repFigures(rollup, rep, week, week + 6);
      const name = rep === 't' ? '*' : rep === 'u' ? '' : rep.slice(2);
      for (const [figure, amount] of Object.entries({ msis, attempts, followUps, opportunities, asks, closes }))
        if (amount !== 0) found.set(`${week} ${name} ${figure}`, amount);
    }
  }
  return found;
}

const inOrder = (figures: ReadonlyMap<string, number>): string[] =>
  [...figures].map(([what, amount]) => `${what}: ${amount}`).sort();

/** After a settle: sheet, store and figures are the model's, the reports say so, and nothing is left to write. */
export async function expectModel(model: Modelled, one: MemoryService): Promise<void> {
  await one.settle(BOOK);
  model.removed = 0;
  const rows = model.rows.filter((row) => row !== undefined);
  const typed = rows.map((row) => JSON.stringify(cellsOfModelRow(row))).sort();
  expect(rowsTyped(activityOf(one.sheet(BOOK)))).toEqual(typed);
  const head = one.store.table.heads.get(BOOK);
  expect(storedRows(one.store.table, BOOK, head?.source ?? '', NAMES.length)).toEqual(typed);
  const today = dayInAmsterdam(one.now);
  expect(inOrder(await storedFigures(one))).toEqual(inOrder(weeklyFigures(rows, model.rules, today)));
  // "accepted (held included) + rejected = rows read", as Health tells it.
  const health = one.sheet(BOOK).reports.tabs.get('Health')?.layout.rows ?? [];
  const told = (what: string) => health.find(([name]) => name?.value === what)?.[1]?.value ?? 0;
  const accepted = rows.filter(isAccepted).length;
  expect([told('Read'), told('Accepted')]).toEqual([rows.length, accepted]);
  const quiet = [head?.revision, one.sheet(BOOK).reports.applied];
  await runAll(one);
  expect([one.store.table.heads.get(BOOK)?.revision, one.sheet(BOOK).reports.applied]).toEqual(quiet);
}
