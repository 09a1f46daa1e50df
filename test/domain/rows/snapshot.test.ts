import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { isoOf, UNDATED } from '../../../lambdas/domain/days/day.ts';
import { dateOrderOf, rowsOf, type Snapshot } from '../../../lambdas/domain/rows/snapshot.ts';
import { day, rules, SHORT_ROW, snapshotOf } from '../../support/rows.ts';
import { buildSourceTree } from '../../support/trees.ts';

const MONDAY = day('2026-11-16');
const ROW: readonly Cell[] = [MONDAY, 'Jane', 'Acme', 'Follow-up', ''];
const places = (snapshot: Snapshot) => rowsOf(snapshot).map(({ at }) => at);

describe('the rows of a snapshot', () => {
  test('stand below the header, wherever it stands', () => {
    expect(places(snapshotOf([['Our activity'], [], SHORT_ROW, ROW, [], ROW]))).toEqual([3, 5]);
  });

  test('are not blank: unticked boxes, spaces, verdicts and unknown columns fill nothing', () => {
    const header = ['Done', ...SHORT_ROW, 'Check', 'Photo'];
    const blank = [
      [],
      [false],
      [false, false, false, '', null, undefined, '✓', 'x'],
      [true, ' ', '\u00a0', '\u0000'],
      [undefined, undefined, undefined, undefined, undefined, undefined, undefined, 'photo'],
    ];
    expect(places(snapshotOf([header, ...blank, [false, ...ROW]]))).toEqual([6]);
  });

  test('are rows as soon as one known column is filled', () => {
    const rows = rowsOf(
      snapshotOf([
        [...SHORT_ROW, 'Notes'],
        [null, null, null, null, null, 'call him'],
        ['', 'Jane'],
      ]),
    );
    expect(rows.map(({ kind }) => kind)).toEqual([undefined, undefined]);
  });

  test('do not include the header pasted among them', () => {
    const header = [...SHORT_ROW, 'Check', 'Photo'];
    const rows = rowsOf(snapshotOf([header, ROW, header, [...SHORT_ROW.map((name) => ` ${name} `), 'Check'], ROW]));
    expect(rows.map(({ at }) => at)).toEqual([1, 4]);
  });

  test('are the same whatever the order of columns, and of rows', () => {
    const cell = fc.constantFrom<Cell>('', 'Ask', 'Jane', 'Fred', 46342, 46343, 'x', false);
    const grids = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 12 });
    const monthsOf = (snapshot: Snapshot) => buildSourceTree(snapshot.repDays).months;
    fc.assert(
      fc.property(grids, (grid) => {
        const turned = [...grid].reverse().map((row) => [...row].reverse());
        expect(monthsOf(snapshotOf([[...SHORT_ROW].reverse(), ...turned]))).toEqual(
          monthsOf(snapshotOf([SHORT_ROW, ...grid])),
        );
      }),
    );
  });

  test('are each in one rep-day: accepted and rejected together are the rows read', () => {
    const snapshot = snapshotOf([
      SHORT_ROW,
      ROW,
      [MONDAY + 0.99, 'Jane', 'Beta', 'Lunch'],
      [MONDAY + 1, 'Jane', 'Beta', 'Ask'],
      ['soon', 'Jane', 'Beta', 'Ask'],
      [MONDAY, 'jane', 'Beta', 'Ask'],
      [MONDAY, '', 'Beta', 'Ask'],
    ]);
    expect(rowsOf(snapshot)).toHaveLength(6);
    expect(snapshot.repDays.map((repDay) => [repDay.day, repDay.rep, repDay.lines.length, repDay.rejected])).toEqual([
      [MONDAY, 'Jane', 2, 1],
      [MONDAY + 1, 'Jane', 1, 0],
      [UNDATED, 'Jane', 1, 1],
      [MONDAY, 'jane', 1, 0],
      [MONDAY, '', 1, 0],
    ]);
  });

  test('take names that objects have, emoji, and text from right to left', () => {
    const names = ['__proto__', 'constructor', 'toString', '👩‍🚀', 'ירדן כהן', 'Ｊａｎｅ'];
    const rows = rowsOf(snapshotOf([SHORT_ROW, ...names.map((name) => [MONDAY, name, name, 'Follow-up', name])]));
    expect(rows.map((row) => row.kind && row.reps[0]?.name)).toEqual([...names.slice(0, -1), 'Jane']);
    expect(rows.map((row) => row.kind && row.prospect)).toEqual([...names.slice(0, -1), 'Jane']);
  });
});

describe('identical rows', () => {
  const kinds = (snapshot: Snapshot) => rowsOf(snapshot).map(({ problems }) => problems.map(({ kind }) => kind));

  test('all count and are flagged', () => {
    const other = [MONDAY, 'Jane', 'Acme', 'Follow-up', 'Busy'];
    const snapshot = snapshotOf([SHORT_ROW, ROW, other, [` ${MONDAY}`.trim(), ...ROW.slice(1)], ROW]);
    expect(kinds(snapshot)).toEqual([['possible duplicate'], [], ['date unreadable'], ['possible duplicate']]);
    expect(rowsOf(snapshot)[0]?.problems[0]?.got).toBe('2 identical rows');
    expect(rowsOf(snapshot).filter(({ kind }) => kind)).toHaveLength(3);
  });

  test('that are rejected are no duplicates', () => {
    expect(kinds(snapshotOf([SHORT_ROW, ['', 'Jane', 'Acme', 'Ask'], ['', 'Jane', 'Acme', 'Ask']]))).toEqual([
      ['no date'],
      ['no date'],
    ]);
  });

  test('differ by a note or by the minute', () => {
    const header = [...SHORT_ROW, 'Notes'];
    expect(kinds(snapshotOf([header, [...ROW, 'a'], [...ROW, 'b'], [MONDAY + 0.5, ...ROW.slice(1), 'a']]))).toEqual([
      [],
      [],
      [],
    ]);
  });
});

test('a cancellation of a deal that nobody sold by then is flagged', () => {
  const close = (day: number, prospect: string, outcome: string) => [day, 'Jane', prospect, 'Close', outcome];
  const header = ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome'];
  const rows = rowsOf(
    snapshotOf([
      header,
      close(MONDAY, 'Acme', 'Booked'),
      close(MONDAY + 1, 'ACME', 'Cancelled'),
      close(MONDAY + 1, 'Acmee', 'Cancelled'),
      close(MONDAY, 'Birch', 'Refunded'),
      close(MONDAY + 1, 'Birch', 'Paid'),
      close(MONDAY + 1, 'Birch', 'Refunded'),
      close(MONDAY + 2, 'Birch', 'Refunded'),
      close(MONDAY + 3, 'Birch', 'Paid'),
    ]),
  );
  const nothing = rows.filter(({ problems }) => problems.some(({ kind }) => kind === 'nothing was sold'));
  expect(nothing.map((row) => [row.at, row.kind && row.prospect])).toEqual([
    [3, 'Acmee'],
    [4, 'Birch'],
  ]);
});

test('the order of text dates is learned below the header alone', () => {
  const grid = [['31/12/2026', ''], SHORT_ROW, ['3/4/2026', 'Jane'], ['11/16/2026', 'Jane']];
  expect(dateOrderOf(snapshotOf(grid), localeRules('nl_NL').dateOrder)).toBe('mdy');
  const rows = rowsOf(snapshotOf(grid, rules({ locale: 'nl_NL', dateOrder: 'mdy' })));
  expect(rows.map(({ repDay }) => isoOf(repDay.day))).toEqual(['2026-03-04', '2026-11-16']);
});

test('the Check column is found where it stands', () => {
  expect(snapshotOf([['Photo', ...SHORT_ROW, 'Check']]).checkColumn).toBe(6);
  expect(snapshotOf([SHORT_ROW]).checkColumn).toBeUndefined();
  const first = snapshotOf([
    ['Check', ...SHORT_ROW],
    ['✓', ...ROW],
    ['stray', '', null],
    [null, '', null],
  ]);
  expect([first.checkColumn, ...first.rows.map((row) => row?.shown)]).toEqual([0, undefined, '✓', 'stray', undefined]);
});
