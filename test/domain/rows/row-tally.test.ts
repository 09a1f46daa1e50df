import { expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import type { ReadRow } from '../../../lambdas/domain/rows/read-rows.ts';
import { RowTally } from '../../../lambdas/domain/rows/row-tally.ts';
import { day, rules, SHORT_ROW, snapshotOf } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const TEAM = rules({ tabs: { Team: [['Rep'], ['Jane']] } });
const read = (...rows: readonly (readonly Cell[])[]): readonly ReadRow[] =>
  snapshotOf([SHORT_ROW, ...rows], TEAM).rows.flatMap((row) => (row?.line === undefined ? [] : [row]));
const rowsOf = (...prospects: readonly string[]) =>
  read(...prospects.map((prospect) => [MONDAY, 'Jane', prospect, 'Follow-up']));

function tallyOf(rows: readonly ReadRow[]): RowTally {
  const tally = new RowTally();
  for (const row of rows) tally.add(row);
  return tally;
}
const sizes = ({ rows, noted, closes, textDates, prospects }: RowTally) => [
  rows,
  ...[noted, closes, textDates, prospects].map(({ size }) => size),
];

test('how many accepted rows name each prospect, as typed', () => {
  const rejected = read(['soon', 'Jane', 'Dune', 'Ask']);
  const { rows, prospects } = tallyOf([...rowsOf('Acme', 'Birch', 'ACME', 'Acme'), ...rejected]);
  expect(rows).toBe(5);
  expect([...prospects].sort()).toEqual([
    ['ACME', 1],
    ['Acme', 2],
    ['Birch', 1],
  ]);
});

test('rows of which there is something to say, rows that close, dates that are text', () => {
  const rows = read(
    [MONDAY, 'Jane', 'Acme', 'Follow-up', 'Left a message'],
    ['soon', 'Jane', 'Acme', 'Ask'],
    [MONDAY, 'Jane', 'Acme', 'Follow-up', 'Who knows'],
    [MONDAY, 'Sam', 'Acme', 'Follow-up', 'Left a message'],
    [MONDAY, 'Jane', 'Acme', 'Close', 'Booked'],
    ['2026-11-16', 'Jane', 'Acme', 'Follow-up', 'Left a message'],
  );
  const [, rejected, flagged, stranger, close] = rows;
  const tally = tallyOf(rows);
  expect([...tally.noted].map(({ line }) => line)).toEqual(
    [rejected, flagged, stranger, close].map((row) => row?.line),
  );
  expect([...tally.closes]).toEqual([close]);
  expect([...tally.textDates]).toEqual([
    ['soon', 1],
    ['2026-11-16', 1],
  ]);
  for (const row of rows) tally.remove(row);
  expect(sizes(tally)).toEqual([0, 0, 0, 0, 0]);
});

test('with rows that came and others that are gone it is that of what is there now', () => {
  const [acme, other, birch, cedar] = rowsOf('Acme', 'Acme', 'Birch', 'Cedar') as [ReadRow, ReadRow, ReadRow, ReadRow]; // four were typed
  const tally = tallyOf([acme, other, birch, cedar]);
  const came = rowsOf('Elm', 'Birch', 'elm');
  for (const row of [acme, cedar]) tally.remove(row);
  for (const row of came) tally.add(row);
  const anew = tallyOf([other, birch, ...came]);
  expect([...tally.prospects].sort()).toEqual([...anew.prospects].sort());
  expect(tally.names).toEqual(anew.names);
});

test('a row that went and came back, in whichever order, is there', () => {
  const [row] = rowsOf('Acme') as [ReadRow]; // one was typed
  for (const [first, second] of [
    ['add', 'remove'],
    ['remove', 'add'],
  ] as const) {
    const tally = tallyOf([row]);
    tally[first](row);
    tally[second](row);
    expect([...tally.prospects]).toEqual([['Acme', 1]]);
  }
});

test('prospects that may be one are grouped while several rows or one name them', () => {
  const [plain, limited, again] = rowsOf('Acme', 'Acme Ltd', 'Acme Ltd') as [ReadRow, ReadRow, ReadRow]; // three were typed
  const tally = tallyOf([plain, limited, again]);
  tally.remove(again);
  expect(tally.names.duplicates()).toEqual([['Acme', 'Acme Ltd']]);
  tally.remove(limited);
  expect(tally.names.duplicates()).toEqual([]);
});

test('without a Team, rows of everybody are noted: Health lists how names are spelled', () => {
  const rows = snapshotOf([SHORT_ROW, [MONDAY, 'Jane', 'Acme', 'Follow-up', 'Left a message']]).rows;
  const [, row] = rows as [undefined, ReadRow]; // one was typed
  expect(row.problems).toEqual([]);
  expect([...tallyOf([row]).noted]).toEqual([row]);
});
