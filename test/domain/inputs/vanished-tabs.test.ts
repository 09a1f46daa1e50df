import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../lambdas/domain/cells/cell.ts';
import { vanishedTabs } from '../../../lambdas/domain/inputs/vanished-tabs.ts';

const HEADER = ['Rep', 'Segment'];
const BLANK = [null, '', false, undefined];
const reps = (count: number): Grid => [HEADER, ...Array.from({ length: count }, (_, n) => [`Rep ${n}`])];
const between = (before: Grid | undefined, after: Grid | undefined) =>
  vanishedTabs({ tabs: before ? { Team: before } : {} }, { tabs: after ? { Team: after } : {} });

describe('a settings tab', () => {
  test.each<[string, Grid, Grid | undefined, string | undefined]>([
    ['that was renamed', reps(2), undefined, 'is gone'],
    ['of one row that was renamed', reps(1), undefined, 'is gone'],
    ['that was wiped', reps(2), [], 'is empty'],
    ['that was wiped, its boxes left', reps(1), [BLANK, BLANK], 'is empty'],
    ['whose three rows are gone', reps(3), [HEADER], 'has lost all its rows'],
    ['whose three rows are blank', reps(3), [HEADER, BLANK], 'has lost all its rows'],
    ['whose two rows were taken out one by one', reps(2), [HEADER], undefined],
    ['that has a row left', reps(9), reps(1), undefined],
    ['that is as it was', reps(3), reps(3), undefined],
    ['that said nothing but its header', [HEADER, BLANK], undefined, undefined],
    ['that was blank', [BLANK], [], undefined],
    ['with a title above its header', [['Our team'], [], ...reps(2)], [], 'is empty'],
  ])('%s', (_, before, after, how) => {
    expect(between(before, after).map((tab) => tab.how)).toEqual(how ? [how] : []);
  });

  test('tells how many rows it had, whatever else is in them', () => {
    expect(between([HEADER, [0], [true], [null, 'x'], BLANK], undefined)).toEqual([
      { tab: 'Team', rows: 3, how: 'is gone' },
    ]);
  });

  test('that is new has not vanished; each that did is told', () => {
    expect(between(undefined, reps(3))).toEqual([]);
    const before = { tabs: { Team: reps(4), Goals: reps(1), Outcomes: reps(2) } };
    expect(vanishedTabs(before, { tabs: { Team: [HEADER], Outcomes: reps(2) } })).toEqual([
      { tab: 'Team', rows: 4, how: 'has lost all its rows' },
      { tab: 'Goals', rows: 1, how: 'is gone' },
    ]);
  });
});
