import { describe, expect, test } from 'vitest';
import { UNDATED } from '../../../lambdas/domain/days/day.ts';
import type { RowLine } from '../../../lambdas/domain/rows/row-line.ts';
import { massRemoval } from '../../../lambdas/domain/source/removal-guard.ts';
import type { RowChange } from '../../../lambdas/domain/source/row-changes.ts';
import { day, GOOD, line } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const rowsOf = (on: number, count: number): RowLine[] =>
  Array.from({ length: count }, (_, i) => line({ ...GOOD, date: on, prospect: `P${i}` }));
const removal = (on: number, count: number): RowChange => ({
  day: on,
  rep: 'Jane',
  removed: rowsOf(on, count),
  added: [],
});
const guard = (changes: RowChange[], rows: number, startsOn = 1, unpaired = changes.flatMap((c) => c.removed)) =>
  massRemoval(changes, unpaired, () => rows, startsOn);

describe('the guard against mass removals', () => {
  test.each([
    ['9 of 9', 9, 9, false],
    ['10 of 10', 10, 10, true],
    ['10 of 49', 10, 49, true],
    ['10 of 50, exactly 20 %', 10, 50, false],
    ['11 of 50', 11, 50, true],
    ['20 of 100, exactly 20 %', 20, 100, false],
    ['21 of 100', 21, 100, true],
  ])('%s', (_, removed, rows, stops) => {
    expect(guard([removal(MONDAY, removed)], rows)).toEqual(stops ? { week: '2026-11-16', removed, rows } : undefined);
  });

  test('adds up the days and reps of one week', () => {
    const changes = [removal(MONDAY, 5), { ...removal(MONDAY + 6, 5), rep: 'Fred' }];
    expect(guard(changes, 20)).toMatchObject({ week: '2026-11-16', removed: 10 });
  });

  test('does not add up two weeks, as the settings cut them', () => {
    const changes = [removal(MONDAY - 1, 5), removal(MONDAY, 5)];
    expect(guard(changes, 20)).toBeUndefined();
    expect(guard(changes, 20, 0)).toMatchObject({ week: '2026-11-15', removed: 10 });
  });

  test('does not count edits', () => {
    const changes = [removal(MONDAY, 12)];
    expect(guard(changes, 20, 1, rowsOf(MONDAY, 12).slice(3))).toBeUndefined();
    expect(guard(changes, 20, 1, rowsOf(MONDAY, 12).slice(2))).toMatchObject({ removed: 10 });
  });

  test('counts equal rows as often as they are gone', () => {
    const [row = ''] = rowsOf(MONDAY, 1);
    const changes: RowChange[] = [{ day: MONDAY, rep: 'Jane', removed: Array(12).fill(row), added: [] }];
    expect(guard(changes, 20, 1, Array(9).fill(row))).toBeUndefined();
    expect(guard(changes, 20, 1, Array(10).fill(row))).toMatchObject({ removed: 10 });
  });

  test('does not mind rows without a date', () => {
    expect(guard([removal(UNDATED, 50)], 50)).toBeUndefined();
  });

  test('names the worst week, and asks for the rows of each', () => {
    const changes = [removal(MONDAY, 12), removal(MONDAY + 7, 30), removal(MONDAY + 14, 15)];
    const rows = new Map([
      [MONDAY, 20],
      [MONDAY + 7, 1000],
      [MONDAY + 14, 40],
    ]);
    const unpaired = changes.flatMap(({ removed }) => removed);
    expect(massRemoval(changes, unpaired, (week) => rows.get(week) ?? 0, 1)).toEqual({
      week: '2026-11-30',
      removed: 15,
      rows: 40,
    });
  });
});
