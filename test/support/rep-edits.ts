import fc from 'fast-check';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { MemorySheet, MemoryTab } from './memory-sheets.ts';

/** Something that a rep does to the tab Activity in one go; numbers choose rows and columns, whatever there is. */
export type Edit =
  | { readonly what: 'type'; readonly row: readonly Cell[] }
  | { readonly what: 'edit'; readonly at: number; readonly column: string; readonly cell: Cell }
  | { readonly what: 'sort'; readonly column: string; readonly down: boolean }
  | { readonly what: 'delete'; readonly at: number }
  | { readonly what: 'paste'; readonly from: number; readonly to: number }
  | { readonly what: 'blank'; readonly at: number }
  | { readonly what: 'move column'; readonly from: number; readonly to: number }
  | { readonly what: 'insert column'; readonly at: number }
  | { readonly what: 'rename'; readonly to: string };

/** The columns that tests type in, in the order in which a row is stored. */
export const NAMES = [
  ...['Date', 'Rep', 'Prospect', 'Deal', 'Activity', 'Outcome', 'Count', 'Amount', 'Channel', 'Minutes'],
  ...['Next step', 'Next step date', 'Notes'],
];
const KINDS = ['Attempt to connect', 'Follow-up', 'Opportunity', 'Ask', 'Close'];

/** The first sheet that a test made: found whatever it is called now. */
export const activityOf = (sheet: MemorySheet): MemoryTab => {
  const [first] = sheet.tabs;
  if (!first) throw new Error('the test has no tab');
  return first;
};

/** Zero-based row of the header, and the column of each name. */
export function headerOf({ rows }: MemoryTab): { readonly row: number; readonly at: (name: string) => number } {
  const row = rows.findIndex((cells) => cells.includes('Date') && cells.includes('Prospect'));
  return { row, at: (name) => rows[row]?.indexOf(name) ?? -1 };
}

/** Everything below the header but Check, as a rep sees it: one text a row, whatever the order of rows and columns. */
export function rowsTyped(tab: MemoryTab): string[] {
  const header = headerOf(tab);
  const columns = NAMES.map(header.at);
  return tab.rows
    .slice(header.row + 1)
    .map((cells) => columns.map((column) => cells[column] ?? ''))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => JSON.stringify(cells))
    .sort();
}

export function apply(sheet: MemorySheet, edit: Edit): void {
  const tab = activityOf(sheet);
  const { rows } = tab;
  const header = headerOf(tab);
  const first = header.row + 1;
  const data = (n: number): number => first + (n % Math.max(1, rows.length - first));
  const width = Math.max(...rows.map((cells) => cells.length));
  const eachRow = (change: (cells: Cell[]) => void): void => {
    for (const cells of rows) {
      while (cells.length < width) cells.push('');
      change(cells);
    }
  };
  const put = (at: number, column: string, cell: Cell): void => {
    const cells = rows[at];
    if (!cells) return;
    while (cells.length <= header.at(column)) cells.push('');
    cells[header.at(column)] = cell;
  };
  if (edit.what === 'type') {
    rows.push([]);
    for (const [i, cell] of edit.row.entries()) put(rows.length - 1, NAMES[i] ?? '', cell);
  } else if (edit.what === 'edit') put(data(edit.at), edit.column, edit.cell);
  else if (edit.what === 'sort') {
    const key = (cells: readonly Cell[]): string => String(cells[header.at(edit.column)] ?? '');
    const sorted = rows.splice(first).sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    rows.push(...(edit.down ? sorted.reverse() : sorted));
  } else if (edit.what === 'delete') rows.splice(data(edit.at), rows.length - first > 1 ? 1 : 0);
  else if (edit.what === 'paste') rows.splice(data(edit.to), 1, [...(rows[data(edit.from)] ?? [])]);
  else if (edit.what === 'blank') rows.splice(data(edit.at), 0, []);
  else if (edit.what === 'insert column') eachRow((cells) => cells.splice(edit.at % (width + 1), 0, ''));
  else if (edit.what === 'rename') tab.title = edit.to;
  else eachRow((cells) => cells.splice(edit.to % width, 0, ...cells.splice(edit.from % width, 1)));
}

const at = fc.nat(60);
const dated = (days: readonly number[]) => fc.constantFrom(...days);

/** A row in the order of NAMES, on one of these days (serial numbers). */
export const typedRow = (days: readonly number[]): fc.Arbitrary<Cell[]> =>
  fc
    .record({
      day: dated(days),
      rep: fc.constantFrom('Ana', 'Ben', 'Cy', 'Ana; Ben', ''),
      prospect: fc.constantFrom('Acme', 'Bolt', 'Crane', 'Dune', ''),
      kind: fc.constantFrom(...KINDS),
      outcome: fc.constantFrom('Spoke', 'Left a message', ''),
      count: fc.constantFrom<Cell>('', 2),
    })
    .map(({ day, rep, prospect, kind, outcome, count }): Cell[] => [
      ...[day, rep, prospect, '', kind],
      ...[kind === 'Close' ? 'Booked' : outcome, count, kind === 'Ask' || kind === 'Close' ? 100 : ''],
    ]);

/** What reps do to rows. */
export const rowEdit = (days: readonly number[]): fc.Arbitrary<Edit> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant('type' as const), row: typedRow(days) }) },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom<readonly [string, Cell]>(
          ...([
            ['Outcome', 'Spoke'],
            ['Outcome', ''],
            ['Rep', 'Ben'],
            ['Prospect', 'Elm'],
            ['Date', ''],
          ] as const),
          ...([
            ['Notes', 'told'],
            ['Activity', 'Ask'],
            ['Date', days[0] ?? ''],
          ] as const),
        )
        .chain(([column, cell]) =>
          fc.record({ what: fc.constant('edit' as const), at, column: fc.constant(column), cell: fc.constant(cell) }),
        ),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('delete' as const), at }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('paste' as const), from: at, to: at }) },
  );

/** What changes no row: order, room, names. */
export const orderEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('sort' as const),
      column: fc.constantFrom('Date', 'Rep', 'Prospect', 'Outcome'),
      down: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('blank' as const), at }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('rename' as const), to: fc.constantFrom('Log', 'Sales') }) },
);

/** What puts columns elsewhere. */
export const columnEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ what: fc.constant('move column' as const), from: fc.nat(20), to: fc.nat(20) }),
  fc.record({ what: fc.constant('insert column' as const), at: fc.nat(20) }),
);
