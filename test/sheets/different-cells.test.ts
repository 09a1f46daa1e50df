import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { TabRows } from '../../lambdas/domain/cells/tab-rows.ts';
import { tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { tabsRead } from '../../lambdas/sheets/read-tabs.ts';
import { tabFromBytes } from '../support/tab-from-bytes.ts';

/** Rows as they are asked for, cell by cell. */
function rowsOf(tab: TabRows, columns: readonly number[], from = 0, to = tab.length): [number, Cell[]][] {
  const rows: [number, Cell[]][] = [];
  const eachRow = tab.cells({ columns, read: (cell, at) => ({ cell, at }) });
  eachRow(from, to, (cells, row) => {
    expect(cells.map(({ at }) => at)).toEqual(columns.map((_, at) => at));
    rows.push([row, cells.map(({ cell }) => (cell === null || cell === '' ? undefined : cell))]);
  });
  return rows;
}

/** A tab with this JSON between the brackets of its rows. */
const tabOfJson = (rows: string): TabRows =>
  tabsRead(Buffer.from(`{"valueRanges":[{"valueRange":{"values":[${rows}]}}]}`), 'test', [0]).tabs()[0] ?? tabOf([]);

const cell = fc.oneof(
  fc.constantFrom<Cell>(
    '',
    '"',
    '\\',
    '\\"',
    ',',
    '],[',
    'a, "b"',
    '"a", b',
    '[',
    ' ',
    'x',
    '\u2028',
    'ירדן',
    '👩‍🚀',
    null,
  ),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom<Cell>(0, 1, 10, true, false, '1', 'true'),
);
const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 });
const columns = fc
  .tuple(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 9]), fc.nat(3))
  .map(([some, none]) => [...some, ...Array<number>(none).fill(-1)]);

describe('the cells of rows in the bytes of an answer', () => {
  test('are those of a tab that is parsed, whichever are asked for', () => {
    fc.assert(
      fc.property(grid, columns, fc.nat(30), fc.nat(30), (sent, wanted, one, other) => {
        const [from, to] = [Math.min(one, other, sent.length), Math.min(Math.max(one, other), sent.length)];
        const expected = rowsOf(tabOf(sent), wanted, from, to);
        expect(expected.map(([row]) => row)).toEqual(sent.slice(from, to).map((_, at) => from + at));
        expect(rowsOf(tabFromBytes(sent), wanted, from, to)).toEqual(expected);
      }),
    );
  });

  test('are the same when the answer is printed over many lines', () => {
    const rows: Cell[][] = [['a', 1, '', 'b'], [], ['a', 1.5], ['', '', true]];
    const printed = rows.map((row) => JSON.stringify(row, null, 2)).join(',\n');
    expect(rowsOf(tabOfJson(printed), [0, 1, 2, 3])).toEqual(rowsOf(tabOf(rows), [0, 1, 2, 3]));
    expect(rowsOf(tabOfJson('[ ],[\n]'), [0])).toEqual([
      [0, [undefined]],
      [1, [undefined]],
    ]);
  });

  test('are read once for each column in which they stand', () => {
    const read: string[] = [];
    const eachRow = tabFromBytes(Array.from({ length: 2000 }, () => ['a', 'b', 'a', '', 'c'])).cells({
      columns: [0, 1, 2, 3, -1],
      read: (typed, at) => {
        read.push(`${String(typed)} ${at}`);
        return typed;
      },
    });
    eachRow(0, 600, () => undefined);
    eachRow(900, 2000, () => undefined);
    const ofEmpty = [0, 1, 2, 3, 4].map((at) => `undefined ${at}`);
    expect(read).toEqual([...ofEmpty, 'a 0', 'b 1', 'a 2']);
  });

  test('are right when there are more different ones than are remembered', () => {
    const sent = Array.from({ length: 150_000 }, (_, at): Cell[] => ['again', `note ${at}`, at % 300]);
    let wrong = 0;
    let rows = 0;
    tabFromBytes(sent).cells({ columns: [2, 1, 0], read: (typed) => typed })(0, sent.length, (cells, row) => {
      rows++;
      if (cells[0] !== row % 300 || cells[1] !== `note ${row}` || cells[2] !== 'again') wrong++;
    });
    expect([rows, wrong]).toEqual([150_000, 0]);
  });

  test.each([
    '[1,,2]',
    '[1,]',
    '[,1]',
    '[tru]',
    '[1 2]',
    '["a""b"]',
    '["a" "b,"],["c"]',
    '["a\\x"]',
    '[[1]',
    '[{"a":1}',
  ])('that are no JSON are an error, not cells: %s', (row) => {
    expect(() => rowsOf(tabOfJson(row), [0, 1, 2])).toThrow(/Google Sheets/);
  });
});
