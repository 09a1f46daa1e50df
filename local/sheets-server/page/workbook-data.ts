import type { Entry } from '../store/entry.ts';
import { cellsWire } from './cells-wire.ts';
import { chartsWire } from './charts-wire.ts';
import type { PageHooks } from './hooks.ts';
import { bookWire, tabWire } from './tab-wire.ts';
import type { BookWire, CellsWire, ChartWire, StatusWire, TabWire } from './wire.ts';

const MOST_ROWS = 1000;
const MOST_COLUMNS = 200;

/** What stands at `/w/ID/...`: `status`, `book`, `tab/N`, `tab/N?view=ID`, `tab/N/cells?rows=0-100&columns=0-26`, `tab/N/charts`. */
export function workbookData(
  { workbook, version }: Entry,
  hooks: PageHooks,
  path: string,
  query: URLSearchParams,
  has: (spreadsheetId: string) => boolean,
): StatusWire | BookWire | TabWire | CellsWire | readonly ChartWire[] | undefined {
  if (path === 'status') {
    const sync = hooks.status?.(workbook.id);
    return { version, now: Date.now(), ...(sync !== undefined && { sync }) };
  }
  if (path === 'book') return bookWire(workbook, version);
  const [, id, part] = /^tab\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
  const sheet = id === undefined ? undefined : workbook.sheet(Number(id));
  if (sheet === undefined) return undefined;
  if (part === undefined) return tabWire(workbook, sheet, version, viewOf(query));
  if (part === 'charts') return chartsWire(workbook, sheet);
  if (part !== 'cells') return undefined;
  const [startRow, endRow] = span(query.get('rows'), MOST_ROWS);
  const [startColumn, endColumn] = span(query.get('columns'), MOST_COLUMNS);
  return cellsWire(workbook, sheet, { startRow, endRow, startColumn, endColumn }, version, has);
}

const viewOf = (query: URLSearchParams): number | undefined => {
  const text = query.get('view') ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
};

/** `10-20`, half-open; more than `most` is cut off. */
function span(text: string | null, most: number): [number, number] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text ?? '') ?? [];
  const start = Number(from ?? 0);
  return [start, Math.min(Number(to ?? start + most), start + most)];
}
