import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { type TabRows, tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { tabsRead } from '../../lambdas/sheets/read-tabs.ts';
import { tabFromBytes } from '../support/tab-from-bytes.ts';

const all = (tab: TabRows): number[] => Array.from({ length: tab.length }, (_, at) => at);

/** Rows as they are asked for, cell by cell. */
function rowsOf(tab: TabRows, columns: readonly number[], asked = all(tab)): [number, Cell[]][] {
  const rows: [number, Cell[]][] = [];
  tab.eachRow(Int32Array.from(asked), { columns, read: (cell, at) => ({ cell, at }) }, (cells, row) => {
    expect(cells.map(({ at }) => at)).toEqual(columns.map((_, at) => at));
    rows.push([row, cells.map(({ cell }) => (cell === null || cell === '' ? undefined : cell))]);
  });
  return rows;
}

/** A tab with this JSON between the brackets of its rows. */
const tabOfJson = (rows: string): TabRows =>
  tabsRead(Buffer.from(`{"valueRanges":[{"valueRange":{"values":[${rows}]}}]}`), 'test', [0]).tabs()[0] ?? tabOf([]);

const unusual = ['', '"', '\\', '\\"', ',', '],[', 'a, "b"', '"a", b', '[', ' ', 'x', '\u2028', 'ירדן', '👩‍🚀', null];
const cell = fc.oneof(
  fc.constantFrom<Cell>(...unusual),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((typed) => typed + 0),
  fc.constantFrom<Cell>(0, 1, 10, true, false, '1', 'true'),
);
const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 });
const columns = fc
  .tuple(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 9]), fc.nat(3))
  .map(([some, none]) => [...some, ...Array<number>(none).fill(-1)]);

describe('the cells of rows in the bytes of an answer', () => {
  test('are those of a tab that is parsed, whichever are asked for', () => {
    fc.assert(
      fc.property(grid, columns, fc.array(fc.nat(29), { maxLength: 12 }), (sent, wanted, some) => {
        const asked = some.filter((row) => row < sent.length);
        const expected = rowsOf(tabOf(sent), wanted, asked);
        expect(expected.map(([row]) => row)).toEqual(asked);
        expect(rowsOf(tabFromBytes(sent), wanted, asked)).toEqual(expected);
        expect(rowsOf(tabFromBytes(sent), wanted)).toEqual(rowsOf(tabOf(sent), wanted));
      }),
    );
  });

  test('are the same when the answer is printed over many lines', () => {
    const rows: Cell[][] = [['a', 1, '', 'b'], [], ['a', 1.5], ['', '', true]];
    const printed = rows.map((row) => JSON.stringify(row, null, 2)).join(' ,\n');
    expect(rowsOf(tabOfJson(printed), [0, 1, 2, 3])).toEqual(rowsOf(tabOf(rows), [0, 1, 2, 3]));
    expect(rowsOf(tabOfJson('[ ],[\n]\t'), [0])).toEqual([
      [0, [undefined]],
      [1, [undefined]],
    ]);
  });

  test('are read once for each column in which they stand', () => {
    const read: string[] = [];
    const tab = tabFromBytes(Array.from({ length: 2000 }, () => ['a', 'b', 'a', '', 'c']));
    const wanted = {
      columns: [0, 1, 2, 3, -1],
      read: (typed: Cell, at: number) => read.push(`${String(typed)} ${at}`),
    };
    tab.eachRow(Int32Array.from(all(tab)), wanted, () => undefined);
    const ofEmpty = [0, 1, 2, 3, 4].map((at) => `undefined ${at}`);
    expect(read.splice(0)).toEqual([...ofEmpty, 'a 0', 'b 1', 'a 2']);
    tab.eachRow(new Int32Array(), wanted, () => undefined);
    expect(read).toEqual([]);
  });

  test('are right when there are more different ones than are remembered', () => {
    const sent = Array.from({ length: 150_000 }, (_, at): Cell[] => ['again', `note ${at}`, at % 300]);
    const tab = tabFromBytes(sent);
    let wrong = 0;
    let rows = 0;
    tab.eachRow(Int32Array.from(all(tab)), { columns: [2, 1, 0], read: (typed) => typed }, (cells, row) => {
      if (row !== rows++) wrong++;
      if (cells[0] !== row % 300 || cells[1] !== `note ${row}` || cells[2] !== 'again') wrong++;
    });
    expect([rows, wrong]).toEqual([150_000, 0]);
  });

  test('are right in rows that are wider than what is taken apart at once', () => {
    const wide = Array.from({ length: 20 }, (_, row) => Array.from({ length: 7100 }, (__, at) => row * 7100 + at));
    expect(rowsOf(tabFromBytes(wide), [7099, 0])).toEqual(wide.map((row, at) => [at, [row[7099], row[0]]]));
    const columns = wide[0]?.map((_, at) => at) ?? [];
    expect(rowsOf(tabFromBytes(wide), columns)).toEqual([...wide.entries()]);
  });
});

describe('an answer of which bytes were lost or changed', () => {
  const broken = ['[1,,2]', '[1,]', '[,1]', '[,]', '[tru]', '[1 2]', '["a""b"]', '["a" "b,"]', '["a\\x"]', '["a\nb"]'];
  const torn = [
    '[[1]',
    '[1],[[2]',
    '[{"a":1}',
    '[1][2]',
    '[1],,[2]',
    ',[1]',
    '[1],',
    '["a],["b"]',
    '[1] 7',
    '[7 "a,"]',
    '\u0000[1]',
  ];

  test.each([...broken, '[\u00001]', ...torn])('is refused: %j', (rows) => {
    expect(() => rowsOf(tabOfJson(rows), [0, 1, 2])).toThrow(/Google Sheets/);
  });

  // What nobody asks for is not parsed, but it may not hide other cells or rows.
  test.each(torn)('is refused also where nobody asks for those cells: %j', (rows) => {
    expect(() => rowsOf(tabOfJson(`["a"],${rows},["b"]`), [5])).toThrow(/Google Sheets/);
  });

  test('is never read otherwise than by a parser', () => {
    const change = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'"\\,[]{}: 1ax\n'));
    const small = fc.array(fc.array(cell, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(small, fc.array(change, { minLength: 1, maxLength: 2 }), (sent, changes) => {
        let json = JSON.stringify(sent).slice(1, -1);
        for (const [at, lost, instead] of changes) {
          const place = at % (json.length + 1);
          json = json.slice(0, place) + instead + json.slice(place + lost);
        }
        const every = Array.from({ length: 1 + json.split(',').length }, (_, at) => at);
        const readBy = (tab: () => TabRows) => {
          try {
            return rowsOf(tab(), every);
          } catch {
            return 'refused';
          }
        };
        const answer = () => (JSON.parse(`{"values":[${json.toWellFormed()}]}`) as { values: Cell[][] }).values;
        // The answer is UTF-8, which has no half pairs.
        expect(readBy(() => tabOfJson(json))).toEqual(readBy(() => tabOf(answer())));
      }),
    );
  });

  test('with something else in a row than text, numbers and booleans is judged by who parses all of it', () => {
    expect(rowsOf(tabOfJson('["a",{"b":1,"c":[2]},"d"],[[],"e"]'), [0, 2])).toEqual([
      [0, ['a', 'd']],
      [1, [[], undefined]],
    ]);
  });
});
