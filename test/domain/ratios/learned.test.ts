import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  learnedDaysToClose,
  learnedGaps,
  learnedStepDays,
  percentile,
} from '../../../lambdas/domain/ratios/learned.ts';
import { emptyWeek, stepDaysKey } from '../../../lambdas/domain/weeks/week-rollup.ts';

describe('percentile', () => {
  test.each<[[number, number][], number, number | undefined]>([
    [[], 0.5, undefined],
    [[[3, 0]], 0.5, undefined],
    [[[7, 1]], 0.75, 7],
    // 1 2 2 5: three quarters of four are three.
    [
      [
        [5, 1],
        [2, 2],
        [1, 1],
      ],
      0.75,
      2,
    ],
    [
      [
        [5, 1],
        [2, 2],
        [1, 1],
      ],
      0.76,
      5,
    ],
    [
      [
        [10, 1],
        [20, 1],
      ],
      0.5,
      10,
    ],
  ])('of %j at %d is %s', (entries, share, expected) => {
    expect(percentile(new Map(entries), share)).toBe(expected);
  });

  test('is the nearest rank of the sorted list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (list, p) => {
          const counts = new Map<number, number>();
          for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
          const sorted = [...list].sort((a, b) => a - b);
          expect(percentile(counts, p / 100)).toBe(sorted[Math.ceil((p / 100) * list.length) - 1]);
        },
      ),
    );
  });
});

describe('what is learned from won deals', () => {
  const current = 46_342;
  const weeks = new Map(
    [0, 103, 104, -1].map((back) => {
      const rollup = emptyWeek();
      rollup.gaps.set(back + 10, 1);
      rollup.daysToClose.set(back + 30, 2);
      rollup.daysToClose.set(5, 1);
      rollup.stepDays.set(stepDaysKey(2, back + 20), 2);
      rollup.stepDays.set(stepDaysKey(1, 5), 1);
      return [current - 7 * back, rollup];
    }),
  );

  test('uses the last 104 weeks, and none to come', () => {
    expect([...learnedGaps(weeks, current)].sort()).toEqual([
      [10, 1],
      [113, 1],
    ]);
  });

  test('adds up the days to close of those weeks', () => {
    expect(learnedDaysToClose(weeks, current)).toEqual(
      new Map([
        [30, 2],
        [133, 2],
        [5, 2],
      ]),
    );
  });

  test('keeps the steps apart', () => {
    expect(learnedStepDays(weeks, current)[2]).toEqual(
      new Map([
        [20, 2],
        [123, 2],
      ]),
    );
    expect(learnedStepDays(weeks, current)[1]).toEqual(new Map([[5, 2]]));
    expect(learnedStepDays(weeks, current)[0]).toEqual(new Map());
  });
});
