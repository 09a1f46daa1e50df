import { expect } from 'vitest';
import { rowsOf, type Snapshot } from '../../lambdas/domain/rows/snapshot.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { TAB_NAMES, TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { type PipelineResult, runPipeline } from '../../local/pipeline.ts';
import { type LocalService, startLocalService } from '../../local/service.ts';
import type { CellValue } from '../../local/sheets-server/model/cell.ts';
import type { FileCell, WorkbookFile } from '../../local/sheets-server/workbook-file.ts';
import { MID_AFTERNOON } from './e2e-service.ts';
import { tally } from './tally.ts';

export type Rows = readonly (readonly FileCell[])[];
type Shown = readonly (readonly (CellValue | null)[])[];

/** All columns of Activity, in order. */
export const COLUMNS = [
  ...['Date', 'Rep', 'Prospect', 'Deal', 'Activity', 'Outcome', 'Count', 'Amount', 'Channel', 'Minutes'],
  ...['Next step', 'Next step date', 'Notes', 'Check'],
];
/** 2026-11-19, the day before the clock of the tests stands still. */
export const YESTERDAY = 46_345;
const ORDINARY: Readonly<Record<string, FileCell>> = {
  ...{ Date: YESTERDAY, Rep: 'Ann', Prospect: 'Acme', Activity: 'Ask', Outcome: 'Proposal sent', Amount: 100 },
};

/** An ordinary row of Activity, but for these cells. */
export const activityRow = (cells: Readonly<Record<string, FileCell>> = {}): FileCell[] =>
  COLUMNS.map((column) => (column in cells ? cells[column] : ORDINARY[column]) ?? null);

/** What became of a workbook: read, rolled up and reported by the real clients at local addresses. */
export interface Outcome {
  /** The message of a stop. */
  readonly stop: string | undefined;
  readonly snapshot: Snapshot | undefined;
  readonly read: number;
  readonly rejected: number;
  /** Problem -> number of rows. */
  readonly problems: Readonly<Record<string, number>>;
  /** Cells of a tab as entered: formulas are objects. */
  tab(name: string): Shown;
  /** A report tab as text, one line a row. */
  text(name: string): string;
  /** What stands beside a word on Health. */
  health(word: string): unknown;
  /** The verdicts of Activity, from the row below the first on. */
  checks(): unknown[];
}

export interface WeirdService {
  readonly local: LocalService;
  /** Reads a workbook and holds it against what must be true of every one, however weird. */
  run(
    tabs: Readonly<Record<string, Rows>>,
    options?: Partial<Pick<WorkbookFile, 'locale' | 'title'>>,
  ): Promise<Outcome>;
  runBook(book: WorkbookFile): Promise<Outcome>;
  close(): Promise<void>;
}

/** One local service for many workbooks. */
export async function weirdService(): Promise<WeirdService> {
  const local = await startLocalService();
  const runBook = (book: WorkbookFile) => outcomeOf(local, book);
  return {
    local,
    close: () => local.close(),
    runBook,
    run: (tabs, { locale = 'en_GB', title = 'Book' } = {}) =>
      runBook({
        ...{ title, locale, timeZone: 'Europe/London' },
        tabs: Object.entries(tabs).map(([name, rows]) => ({ title: name, rows: rows.map((row) => [...row]) })),
      }),
  };
}

const SILENT = {
  say: () => undefined,
  step: async <T>(_: string, run: () => Promise<T>) => ({ value: await run(), seconds: 0 }),
};

async function outcomeOf({ sheets: server, env }: LocalService, book: WorkbookFile): Promise<Outcome> {
  const composed = compose(env, { clock: () => MID_AFTERNOON });
  const workbook = server.addWorkbook(book);
  const tabOf = (name: string): Shown => {
    const id = TAB_SHEET_IDS[name as keyof typeof TAB_SHEET_IDS]; // undefined for an input tab
    const sheet = id === undefined ? server.workbook(workbook).sheetByTitle(name) : server.workbook(workbook).sheet(id);
    if (!sheet) throw new Error(`there is no tab ${name}`);
    const rows = Array.from({ length: sheet.cells.length }, (_, row) => sheet.cells.row(row)?.values ?? []);
    return rows.map((values) => Array.from(values, (value) => value ?? null));
  };
  const [activity = ''] = book.tabs.map(({ title }) => title);
  const before = withoutCheck(tabOf(activity));
  const run = () => runPipeline(composed, { workbook, withRows: true }, SILENT);
  const { ingest, report } = await run();
  const rows = ingest.snapshot ? rowsOf(ingest.snapshot) : [];
  const problems: Record<string, number> = {};
  for (const row of rows) for (const { kind } of row.problems) problems[kind] = (problems[kind] ?? 0) + 1;
  const outcome: Outcome = {
    stop: ingest.stop?.message,
    snapshot: ingest.snapshot,
    read: rows.length,
    rejected: rows.filter(({ kind }) => !kind).length,
    problems,
    tab: tabOf,
    text: (name) =>
      tabOf(name)
        .map((row) => row.map((cell) => String(cell ?? '')).join(' | '))
        .join('\n'),
    health: (word) => tabOf('Health').find(([first]) => first === word)?.[1],
    checks() {
      const [header = [], ...below] = tabOf(activity);
      const column = header.indexOf('Check');
      return below.map((row) => row[column] ?? null);
    },
  };
  expect(report.status).toBe('published');
  expect(withoutCheck(tabOf(activity)), 'no cell of the reps is written but Check').toEqual(before);
  await run();
  expectCalm(await run(), outcome.stop !== undefined);
  if (outcome.stop === undefined) expectSound(outcome);
  tally('bad inputs', 1);
  return outcome;
}

/** "nothing changed = zero writes" */
function expectCalm({ ingest, rollup, report }: PipelineResult, stopped: boolean): void {
  const wrote = [ingest.checksWritten, ingest.itemsWritten, rollup.status, report.status];
  expect(wrote).toEqual([0, 0, stopped ? 'nothing' : 'unchanged', 'unchanged']);
}

/** The only formulas on our tabs: a sparkline of figures, and the time that the tabs are of. */
const OURS = /^=(SPARKLINE\([A-Z]+\d+:[A-Z]+\d+\)|leadsheet_\w+)$/;
const UNREADABLE =
  /(?<!: -?)(NaN|Infinity)|undefined|\[object|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** What holds of every workbook that is read: each row is accepted or rejected, and the tabs can be read by people. */
function expectSound(outcome: Outcome): void {
  const { read, rejected } = outcome;
  const counts = ['Read', 'Accepted', 'Rejected'].map(outcome.health);
  expect(counts, 'accepted + rejected = rows read').toEqual([read, read - rejected, rejected]);
  for (const name of TAB_NAMES) {
    for (const cell of outcome.tab(name).flat()) {
      if (typeof cell === 'object' && cell !== null) expect(JSON.stringify(cell), name).toMatch(/formula/);
      if (typeof cell === 'object' && cell !== null) expect(Object.values(cell).join(), name).toMatch(OURS);
      if (typeof cell !== 'string') continue;
      expect(cell, name).not.toMatch(UNREADABLE);
      expect(cell.isWellFormed(), name).toBe(true);
      expect(cell.length, name).toBeLessThan(5_000);
    }
  }
}

const isCheck = (cell: CellValue | null): boolean =>
  typeof cell === 'string' && cell.replace(/\p{Cf}/gu, '') === 'Check';

function withoutCheck(cells: Shown): Shown {
  const column = cells.map((row) => row.findIndex(isCheck)).find((at) => at >= 0) ?? -1;
  return cells.map((row) => row.filter((_, at) => at !== column).map((cell) => cell ?? null)).map(trimmed);
}

const trimmed = (row: readonly (CellValue | null)[]) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
