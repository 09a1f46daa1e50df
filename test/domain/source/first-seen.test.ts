import { describe, expect, test } from 'vitest';
import type { RowLine } from '../../../lambdas/domain/rows/row-line.ts';
import {
  rowIdentity,
  type SeenTimes,
  seenAfter,
  seenKey,
  seenKeysNeeded,
} from '../../../lambdas/domain/source/first-seen.ts';
import type { RowChange } from '../../../lambdas/domain/source/row-changes.ts';
import { pairRows } from '../../../lambdas/domain/source/row-pairs.ts';
import { type Cells, day, GOOD, line } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const NOW = 2000;
const BEFORE = 1000;
const row = (cells: Cells = {}): RowLine => line({ ...GOOD, ...cells });
const change = (on: number, rep: string, removed: RowLine[], added: RowLine[]): RowChange => ({
  day: on,
  rep,
  removed,
  added,
});
const seen = (on: number, rep: string, ...rows: [RowLine, number, number][]): SeenTimes =>
  new Map([[seenKey(on, rep), Object.fromEntries(rows.map(([of, nth, time]) => [rowIdentity(of, nth), time]))]]);

function timesAfter(changes: readonly RowChange[], known: SeenTimes): Map<string, Record<string, number>> {
  const { pairs } = pairRows(
    changes.flatMap(({ removed }) => removed),
    changes.flatMap(({ added }) => added),
  );
  return seenAfter(changes, pairs, known, NOW);
}

describe('first-seen times', () => {
  test('of a new row are now', () => {
    expect(timesAfter([change(MONDAY, 'Jane', [], [row()])], new Map())).toEqual(seen(MONDAY, 'Jane', [row(), 0, NOW]));
  });

  test('are kept over an edit', () => {
    const edited = row({ outcome: 'Busy' });
    expect(timesAfter([change(MONDAY, 'Jane', [row()], [edited])], seen(MONDAY, 'Jane', [row(), 0, BEFORE]))).toEqual(
      seen(MONDAY, 'Jane', [edited, 0, BEFORE]),
    );
  });

  test.each<[string, Cells, number, string]>([
    ['the date', { date: MONDAY + 40 }, MONDAY + 40, 'Jane'],
    ['the rep', { rep: 'Fred' }, MONDAY, 'Fred'],
    ['the date and the rep', { date: MONDAY - 1, rep: 'Fred' }, MONDAY - 1, 'Fred'],
    ['a date that can not be read any more', { date: 'soon' }, 0, 'Jane'],
  ])('are kept over an edit of %s, in either order of the changes', (_, edit, on, rep) => {
    const changes = [change(MONDAY, 'Jane', [row()], []), change(on, rep, [], [row(edit)])];
    for (const ordered of [changes, changes.toReversed()]) {
      expect(timesAfter(ordered, seen(MONDAY, 'Jane', [row(), 0, BEFORE]))).toEqual(
        seen(on, rep, [row(edit), 0, BEFORE]),
      );
    }
  });

  test('are not given to a row that was there from the first read, nor to what it becomes', () => {
    expect(timesAfter([change(MONDAY, 'Jane', [row()], [row({ notes: 'x' })])], new Map())).toEqual(new Map());
  });

  test('are not handed to a row that differs in three columns', () => {
    const other = row({ prospect: 'Beta', outcome: 'Busy', notes: 'x' });
    expect(timesAfter([change(MONDAY, 'Jane', [row()], [other])], seen(MONDAY, 'Jane', [row(), 0, BEFORE]))).toEqual(
      seen(MONDAY, 'Jane', [other, 0, NOW]),
    );
  });

  test('of equal new rows are kept apart by their ordinals', () => {
    expect(timesAfter([change(MONDAY, 'Jane', [], [row(), row()])], new Map())).toEqual(
      seen(MONDAY, 'Jane', [row(), 0, NOW], [row(), 1, NOW]),
    );
  });

  test('of one more equal row do not touch those of the rows that stayed', () => {
    const added: RowChange = { ...change(MONDAY, 'Jane', [], [row()]), stayed: new Map([[row(), 2]]) };
    expect(timesAfter([added], new Map())).toEqual(seen(MONDAY, 'Jane', [row(), 2, NOW]));
  });

  test('of one of several equal rows: the last one is taken for the edited one', () => {
    const edited = row({ notes: 'x' });
    const known = seen(MONDAY, 'Jane', [row(), 0, BEFORE], [row(), 1, BEFORE + 1]);
    const changed: RowChange = { ...change(MONDAY, 'Jane', [row()], [edited]), stayed: new Map([[row(), 1]]) };
    expect(timesAfter([changed], known)).toEqual(seen(MONDAY, 'Jane', [edited, 0, BEFORE + 1]));
  });

  test('of equal rows that are edited are each handed on', () => {
    const known = seen(MONDAY, 'Jane', [row(), 0, BEFORE], [row(), 1, BEFORE + 1]);
    const [a, b] = [row({ notes: 'a' }), row({ notes: 'b' })];
    const times =
      timesAfter([change(MONDAY, 'Jane', [row(), row()], [a, b])], known).get(seenKey(MONDAY, 'Jane')) ?? {};
    expect(Object.values(times).sort()).toEqual([BEFORE, BEFORE + 1]);
  });

  test('of thousands of equal rows that are edited alike cost what they are', () => {
    const [rows, edited] = [80_000, row({ notes: 'x' })];
    const known = seen(MONDAY, 'Jane', [row(), 0, BEFORE], [row(), rows - 1, BEFORE + 1]);
    const all = (line: RowLine) => new Array<RowLine>(rows).fill(line);
    expect(timesAfter([change(MONDAY, 'Jane', all(row()), all(edited))], known)).toEqual(
      seen(MONDAY, 'Jane', [edited, 0, BEFORE], [edited, rows - 1, BEFORE + 1]),
    );
  });

  test('are asked for where rows are gone', () => {
    expect(
      seenKeysNeeded([
        change(MONDAY, 'Jane', [row()], []),
        change(MONDAY, 'Fred', [], [row()]),
        change(MONDAY + 1, '__proto__', [row()], [row()]),
      ]),
    ).toEqual([seenKey(MONDAY, 'Jane'), seenKey(MONDAY + 1, '__proto__')]);
    expect(seenKey(MONDAY, 'Jane')).toMatch(/^2026-11-16\/[\w-]{12}$/);
    expect(seenKey(MONDAY, 'Jane')).not.toBe(seenKey(MONDAY, 'jane'));
  });
});
