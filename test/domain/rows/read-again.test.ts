import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { type TabRows, tabOf } from '../../../lambdas/domain/cells/tab-rows.ts';
import { activityHeader } from '../../../lambdas/domain/rows/activity-header.ts';
import { checkCells } from '../../../lambdas/domain/rows/check.ts';
import { readSnapshot, rowsOf } from '../../../lambdas/domain/rows/snapshot.ts';
import { qualityOf } from '../../../lambdas/domain/rows/snapshot-quality.ts';
import type { SourceTree } from '../../../lambdas/domain/source/source-tree.ts';
import { day, rules } from '../../support/rows.ts';
import { tabFromBytes } from '../../support/tab-from-bytes.ts';
import { buildSourceTree } from '../../support/trees.ts';

const MONDAY = day('2026-11-16');
const HEADER = ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Check'];
const RULES = rules({ tabs: { Team: [['Rep'], ['Jane'], ['Fred']] } });

type Read = ReturnType<typeof readSnapshot>;

function read(grid: readonly (readonly Cell[])[], before?: Read): Read {
  const tab = tabFromBytes(grid, before?.reading.tab);
  const header = activityHeader(tab);
  if ('message' in header) throw new Error(header.message);
  return readSnapshot(tab, header, RULES, before?.reading);
}

/** What is stored of a tree, in order of days and reps. */
const bodiesOf = ({ months, monthNodes, dayNodes }: SourceTree) => [
  months,
  [...monthNodes.values()].map(({ body }) => body),
  [...dayNodes]
    .sort(([a], [b]) => a - b)
    .map(([day, { body, leaves }]) => [
      day,
      body,
      Array.from(leaves.values(), ({ repDay: { rep, lines, rejected } }) => ({ rep, lines, rejected })),
    ]),
];

/** All that a run makes of a snapshot. */
const outcomeOf = ({ snapshot }: Read) => ({
  places: snapshot.rows,
  rows: rowsOf(snapshot),
  count: snapshot.count,
  textDates: snapshot.textDates.toSorted(),
  tree: bodiesOf(snapshot.tree),
  quality: qualityOf(snapshot),
  checks: checkCells(snapshot, MONDAY, 'Apart'),
});

const row = fc.tuple(
  fc.constantFrom<Cell>(MONDAY, MONDAY + 1, MONDAY + 0.5, 'soon', '3/4/2026', ''),
  fc.constantFrom<Cell>('Jane', 'Fred', 'Jane; Fred', 'Sam', ''),
  fc.constantFrom<Cell>('Acme', 'ACME Ltd', 'Birch', ''),
  fc.constantFrom<Cell>('Follow-up', 'Close', 'Ask', 'Lunch', ''),
  fc.constantFrom<Cell>('', 'Booked', 'Cancelled', 'Chatted'),
  fc.constantFrom<Cell>('', '✓', 'old verdict'),
);
const other = fc.constantFrom<readonly Cell[]>([], HEADER, ['', '', '', '', '', '✓'], ['Date', 'Rep']);
const rows = fc.array(fc.oneof({ arbitrary: row, weight: 6 }, { arbitrary: other, weight: 1 }), { maxLength: 25 });

/** What people do to a sheet between two readings. */
type Edit = (all: readonly (readonly Cell[])[]) => readonly (readonly Cell[])[];
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(30), fc.oneof(row, other)).map(
    ([at, typed]): Edit =>
      (all) =>
        at < all.length ? all.with(at, typed) : [...all, typed],
  ),
  fc.tuple(fc.nat(30), rows).map(
    ([at, typed]): Edit =>
      (all) =>
        all.toSpliced(at, 0, ...typed),
  ),
  fc.tuple(fc.nat(30), fc.nat(8)).map(
    ([at, count]): Edit =>
      (all) =>
        all.toSpliced(at, count),
  ),
  fc.constant<Edit>((all) => all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))),
  fc.constant<Edit>((all) => [...all, ...all]),
);

describe('a tab that is read again, beside its last reading', () => {
  test('is as it is when it is read alone, whatever was done to it', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (first, steps) => {
        let typed: readonly (readonly Cell[])[] = first;
        let last = read([HEADER, ...typed]);
        for (const edits of steps) {
          typed = edits.reduce((all, one) => one(all), typed);
          last = read([HEADER, ...typed], last);
          expect(outcomeOf(last)).toEqual(outcomeOf(read([HEADER, ...typed])));
          expect(last.snapshot.tree.months).toEqual(buildSourceTree(last.snapshot.repDays).months);
        }
      }),
    );
  });

  test('takes over the rows that are there again, and no other', () => {
    const first = read([HEADER, [MONDAY, 'Jane', 'Acme', 'Ask'], [MONDAY, 'Fred', 'Birch', 'Ask']]);
    const again = read([HEADER, [MONDAY, 'Fred', 'Birch', 'Ask'], [MONDAY, 'Jane', 'Acme', 'Close']], first);
    const [{ snapshot: before }, { snapshot: after }] = [first, again];
    expect(after.rows[1]).toBe(before.rows[2]);
    expect(after.repDays.find(({ rep }) => rep === 'Fred')).toBe(before.repDays.find(({ rep }) => rep === 'Fred'));
    expect(after.rows[2]).not.toBe(before.rows[1]);
  });

  test('its rows stand where they stand now', () => {
    const [a, b] = [
      [MONDAY, 'Jane', 'Acme', 'Ask', '', '✓'],
      [MONDAY, 'Fred', 'Birch', 'Ask'],
    ];
    const first = read([HEADER, a, b]);
    const after = [HEADER, [], [MONDAY, 'Jane', 'New', 'Ask'], b, ['', '', '', '', '', 'stray'], a];
    const again = read(after, first);
    expect(rowsOf(again.snapshot).map((row) => [row.at, row.kind && row.prospect])).toEqual([
      [2, 'New'],
      [3, 'Birch'],
      [5, 'Acme'],
    ]);
    expect(again.snapshot.rows[4]).toEqual({ line: undefined, shown: 'stray' });
    expect(outcomeOf(again)).toEqual(outcomeOf(read(after)));
    expect(outcomeOf(read([HEADER, b], again))).toEqual(outcomeOf(read([HEADER, b])));
  });

  test('is read row by row, and of a tab that was read only the rows that came', () => {
    const grid = [HEADER, ...Array.from({ length: 1000 }, (_, at): Cell[] => [MONDAY, 'Jane', `P${at}`, 'Ask'])];
    const header = activityHeader(tabOf([HEADER]));
    if ('message' in header) throw new Error(header.message);
    const asked: number[][] = [];
    const noting = (came: readonly number[]): TabRows => ({
      ...tabOf(grid),
      eachRow(rows, wanted, each) {
        asked.push([...rows]);
        tabOf(grid).eachRow(rows, wanted, each);
      },
      rowsIn: () => Int32Array.from(grid, (_, at) => (came.includes(at) ? -1 : at)),
    });
    const first = readSnapshot(noting([]), header, RULES);
    expect(asked.splice(0)).toEqual([grid.slice(1).map((_, at) => at + 1)]);
    const again = readSnapshot(noting([7, 8, 900]), header, RULES, first.reading);
    expect(asked).toEqual([[7, 8, 900]]);
    expect(outcomeOf(again)).toEqual(outcomeOf(readSnapshot(tabOf(grid), header, RULES)));
  });

  test('is read alone where the two can not be compared', () => {
    const header = activityHeader(tabOf([HEADER]));
    if ('message' in header) throw new Error(header.message);
    const tab = tabOf([HEADER, [MONDAY, 'Jane', 'Acme', 'Ask']]);
    const again = readSnapshot(tab, header, RULES, readSnapshot(tabOf([HEADER]), header, RULES).reading);
    expect(outcomeOf(again)).toEqual(outcomeOf(readSnapshot(tab, header, RULES)));
  });

  const jane: readonly Cell[] = [MONDAY, 'Jane', 'Acme', 'Ask', '', ''];
  const moved = ['Rep', 'Date', 'Prospect', 'Activity', 'Outcome', 'Check'];
  test.each<[string, readonly (readonly Cell[])[], readonly (readonly Cell[])[]]>([
    ['its header was moved down', [HEADER, jane], [['Our rows'], HEADER, jane]],
    ['its columns changed places', [HEADER, jane], [moved, jane]],
    ['what stood above the header is a row now', [jane, HEADER], [['Our rows'], HEADER, jane]],
    ['a row became what stands above the header', [['Our rows'], HEADER, jane], [jane, HEADER]],
    ['a column goes by another name', [HEADER, jane, HEADER], [HEADER.with(2, 'Company'), jane, HEADER]],
    ['it is empty but for its header', [HEADER, jane], [HEADER]],
  ])('is as it is when it is read alone: %s', (_, before, after) => {
    expect(outcomeOf(read(after, read(before)))).toEqual(outcomeOf(read(after)));
  });
});
