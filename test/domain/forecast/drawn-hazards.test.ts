import { describe, expect, test } from 'vitest';
import { drawnHazards } from '../../../lambdas/domain/forecast/drawn-hazards.ts';
import { seeded } from '../../../lambdas/domain/forecast/random.ts';
import { noCounts } from '../../../lambdas/domain/forecast/step-exits.ts';
import { countsIn, mean, variance } from './made-standing.ts';

const DRAWS = 2000;

describe('hazards as they could be as well', () => {
  test('of 10 at risk, 3 gone on and 1 lost: Beta(3, 7) and Beta(1, 9), and not independent', () => {
    const random = seeded(1);
    const counts = countsIn(0, 0, 3, 1, 10);
    const draws = Array.from({ length: DRAWS }, () => {
      const { next, lost } = drawnHazards(counts, random);
      return { next: next[0] ?? 0, lost: lost[0] ?? 0 };
    });
    const [next, lost] = [draws.map((of) => of.next), draws.map((of) => of.lost)];
    // Moments of a Dirichlet(3, 1, 6): a/10, a(10 - a)/1100, and -3/1100 between the two.
    expect(Math.abs(mean(next) - 0.3)).toBeLessThan(4 * Math.sqrt(21 / 1100 / DRAWS));
    expect(Math.abs(mean(lost) - 0.1)).toBeLessThan(4 * Math.sqrt(9 / 1100 / DRAWS));
    expect(variance(next) / (21 / 1100)).toBeCloseTo(1, 0.8);
    expect(variance(lost) / (9 / 1100)).toBeCloseTo(1, 0.8);
    const together = variance(draws.map((of) => of.next + of.lost));
    // Beta(4, 6).
    expect(together / (24 / 1100)).toBeCloseTo(1, 0.8);
  });

  test('none left: none ever will; all left: all will', () => {
    const random = seeded(2);
    for (let draw = 0; draw < 5; draw++) {
      expect(drawnHazards(countsIn(1, 3, 0, 0, 8), random)).toEqual({
        next: new Float64Array(39),
        lost: new Float64Array(39),
      });
      const { next, lost } = drawnHazards(countsIn(0, 0, 4, 0, 4), random);
      expect([next[0], lost[0]]).toEqual([1, 0]);
      const both = drawnHazards(countsIn(0, 0, 2, 2, 4), random);
      expect((both.next[0] ?? 0) + (both.lost[0] ?? 0)).toBeCloseTo(1, 12);
    }
  });

  test('more left than were seen at risk, as when the window cuts a week: still no chance above 1', () => {
    const { next, lost } = drawnHazards(countsIn(0, 0, 3, 1, 2.5), seeded(3));
    expect((next[0] ?? 0) + (lost[0] ?? 0)).toBeCloseTo(1, 12);
  });

  test('nothing known: nothing leaves', () => {
    const nothing = { next: new Float64Array(39), lost: new Float64Array(39) };
    expect(drawnHazards(noCounts(), seeded(4))).toEqual(nothing);
  });
});
