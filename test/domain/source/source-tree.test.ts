import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { allMonths, linesOfLeaf, type MonthEntry } from '../../../lambdas/domain/source/source-tree.ts';
import { activityLog, cellsOfRow, REJECTED_ROWS } from '../../support/activity-logs.ts';
import { HEADER, row, sourceOf } from '../../support/trees.ts';

const rootOf = (grid: readonly (readonly Cell[])[]): string => sourceOf(grid).rootItem.digest;

/** The same order for the same seeds. */
const shuffled = <T>(list: readonly T[], seeds: readonly number[]): T[] =>
  list
    .map((value, i) => ({ value, seed: seeds[i % seeds.length] ?? 0, i }))
    .sort((a, b) => a.seed - b.seed || b.i - a.i)
    .map(({ value }) => value);
const seeds = fc.array(fc.integer(), { minLength: 30, maxLength: 30 });

describe('the source tree', () => {
  test('does not depend on the order of rows or columns, on blank rows, or on a title above the header', () => {
    fc.assert(
      fc.property(activityLog(25), seeds, seeds, fc.nat(3), (log, rowOrder, columnOrder, blanks) => {
        const rows = [...log.map(cellsOfRow), ...REJECTED_ROWS];
        const columns = shuffled(
          HEADER.map((_, i) => i),
          columnOrder,
        );
        const moved = shuffled(rows, rowOrder).map((cells) => columns.map((column) => cells[column] ?? ''));
        const blank: Cell[][] = Array.from({ length: blanks }, () => []);
        const header = columns.map((column) => HEADER[column]);
        const grid = [
          ['Our activity'],
          header,
          ...moved.flatMap((cells, i) => (i % 3 === 0 ? [...blank, cells] : [cells])),
        ];
        expect(rootOf([...grid, [], ['']])).toBe(rootOf([HEADER, ...rows]));
      }),
      { numRuns: 100 },
    );
  });

  test('does depend on every cell of a known column, on how often a row stands there, and on no other column', () => {
    const cells = row('2026-01-05', 'Ana', 'Acme', 'Ask', 'Sent', { amount: 5 });
    const base = rootOf([HEADER, cells]);
    HEADER.forEach((_, at) => {
      const edited = [...cells];
      edited[at] = at === 0 ? 46_000 : 'other';
      expect(rootOf([HEADER, edited]), String(HEADER[at])).not.toBe(base);
    });
    expect(rootOf([HEADER, cells, cells])).not.toBe(base);
    expect(
      rootOf([
        [...HEADER, 'Mood'],
        [...cells, ...Array<string>(5).fill(''), 'good'],
      ]),
    ).toBe(base);
  });
});

describe('months of the sheet and those kept without it', () => {
  const of = (...months: string[]): MonthEntry[] => months.map((month) => [month, `of ${month}`, 1, 0]);

  test('are one list in order, a month of both twice', () => {
    const [months, archive] = [of('2026-01', '2026-03'), of('2025-12', '2026-01', '2026-02')];
    expect(allMonths({ months, archive }).map(([month]) => month)).toEqual([
      ...['2025-12', '2026-01', '2026-01', '2026-02', '2026-03'],
    ]);
    expect(allMonths({ months })).toEqual(months);
    expect(allMonths({ months, archive: [] })).toEqual(months);
    expect(allMonths({ months: [], archive })).toEqual(archive);
  });

  test('a leaf of which everything was erased has no rows', () => {
    expect([linesOfLeaf(''), linesOfLeaf('a'), linesOfLeaf('a\nb')]).toEqual([[], ['a'], ['a', 'b']]);
  });
});
