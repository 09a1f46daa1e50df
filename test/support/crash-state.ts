import type { WholeService } from './crash-service.ts';
import type { MemorySheet } from './memory-sheets.ts';
import { WORKBOOK } from './ports.ts';
import type { StandingReports } from './standing-reports.ts';
import { storedRows } from './stored-rows.ts';
import { HEADER } from './trees.ts';

type State = Pick<WholeService, 'sheet' | 'other' | 'store'>;

/** The rows that the head leads to; throws when an item on the way is missing. */
export function rowsInForce({ store: { table } }: Pick<State, 'store'>): string[] {
  const source = table.heads.get(WORKBOOK)?.source;
  return source === undefined ? [] : storedRows(table, WORKBOOK, source, HEADER.length);
}

/** How many rows the store keeps that are no longer on the sheet. */
export function rowsArchived({ store: { table } }: State): number {
  const root = table.items.get(WORKBOOK)?.get(`source#${table.heads.get(WORKBOOK)?.source}`);
  const { archive = [] } = JSON.parse(root?.body ?? '{}') as { archive?: [string, string, number][] };
  return archive.reduce((sum, [, , rows]) => sum + rows, 0);
}

/** The rows below the header as they are typed, in the same form. Blank rows are none. */
export function rowsTyped({ sheet }: State): string[] {
  const cells = (row: readonly unknown[]) => HEADER.map((_, at) => row[at] ?? '');
  const rows = sheet.tab('Activity').rows.slice(1).map(cells);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => JSON.stringify(row))
    .sort();
}

/** Where they are kept up: tabs that stay behind when Settings name another spreadsheet belong to people. */
const reportsOf = (sheet: MemorySheet, other: MemorySheet): StandingReports =>
  other.reports.tabs.size > 0 ? other.reports : sheet.reports;

/** What people see, and what the store says is in force. */
export function visibleOf({ sheet, other, store }: State): object {
  const head = store.table.heads.get(WORKBOOK);
  return {
    rows: sheet.tabs.map(({ title, rows }) => [title, rows]),
    reports: [...reportsOf(sheet, other).tabs].map(([name, { layout }]) => [name, layout]).sort(),
    views: sheet.reports.views,
    source: head?.source,
    derived: head?.derived?.root,
    facts: head?.facts,
    stop: head?.stop?.message,
    runs: head?.runs,
    stored: rowsInForce({ store }),
    seen: [...(store.table.seen.get(WORKBOOK) ?? [])].map(([day, times]) => [day, [...times].sort()]).sort(),
  };
}

/** All that is kept, once nothing is left to do: without what only counts how often something was written. */
export function keptBy({ sheet, other, store }: State): object {
  const {
    revision: _,
    generation: __,
    published,
    derived,
    ...head
  } = store.table.heads.get(WORKBOOK) ?? {
    ...{ revision: 0, generation: 0, tabs: {} },
  };
  return {
    head: { ...head, derived: derived && [derived.root, derived.source], published: published?.key },
    // One fence and the "as of" line, whatever the number of the fence.
    ranges: [...reportsOf(sheet, other).ranges].map((name) => name.replace(/\d+/, 'n')).sort(),
    items: [...(store.table.items.get(WORKBOOK) ?? [])]
      .map(([key]) => key)
      .filter(isComparable)
      .sort(),
  };
}

/** What stands on the tabs is kept under a digest that includes the number of the fence. */
const isComparable = (key: string): boolean => !key.startsWith('published#');
