import type { Cell, Grid } from './cell.ts';
import { cleanText } from './clean-text.ts';
import { type Column, findHeader, letterOf } from './columns.ts';

/** One row of a settings tab: its cells by declared column, and where it stands, for messages. */
export interface TableRow<Field extends string> {
  readonly cells: Readonly<Partial<Record<Field, Cell>>>;
  /** `Team!A7` for a field; the column's name when the sheet has no such column. */
  address(field: Field): string;
}

/** A cell of a settings tab that can't be used, listed on Health with its address. */
export interface SettingsProblem {
  readonly address: string;
  readonly expected: string;
  readonly got: string;
  /** Set where going on would credit or date rows wrongly: the sync stops with this message. */
  readonly stop?: string;
}

/** The rows below the header; blank rows are passed over. A tab without a usable header gives no rows and one problem. */
export function readTable<F extends string>(
  tab: string,
  grid: Grid | undefined,
  columns: readonly Column<F>[],
): { readonly rows: readonly TableRow<F>[]; readonly problems: readonly SettingsProblem[] } {
  if (!grid?.some((row) => row.some(isFilled))) return { rows: [], problems: [] };
  const header = findHeader(tab, grid, columns);
  if ('message' in header) {
    const problem = { address: `${tab}!1:1`, expected: header.message, got: 'no usable header', stop: header.message };
    return { rows: [], problems: [problem] };
  }
  const rows: TableRow<F>[] = [];
  for (const [index, row] of grid.entries()) {
    if (index <= header.row) continue;
    const cells: Partial<Record<F, Cell>> = {};
    columns.forEach((column, i) => {
      const cell = row[header.columns[i] ?? -1];
      if (isFilled(cell)) cells[column.field] = cell;
    });
    if (Object.keys(cells).length === 0) continue;
    rows.push({
      cells,
      address: (field) => {
        const at = header.columns[columns.findIndex((column) => column.field === field)] ?? -1;
        return at < 0 ? `${tab}!${index + 1}:${index + 1}` : `${tab}!${letterOf(at)}${index + 1}`;
      },
    });
  }
  return { rows, problems: [] };
}

/** Unticked boxes and blanks fill nothing. */
const isFilled = (cell: Cell): boolean =>
  cell !== undefined && cell !== null && cell !== false && !(typeof cell === 'string' && cell.trim() === '');

/** Text that is already as `textOf` leaves it. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A cell as text for people and for names (see `cleanText`); '' when empty or an unticked box. */
export function textOf(cell: Cell): string {
  if (cell === undefined || cell === null || cell === false) return '';
  const text = String(cell);
  return PLAIN.test(text) ? text : cleanText(text);
}
