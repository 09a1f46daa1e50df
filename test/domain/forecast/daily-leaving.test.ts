import { describe, expect, test } from 'vitest';
import { BANDS, bandOf, bandStart, cellOf } from '../../../lambdas/domain/forecast/age-bands.ts';
import { closeChances } from '../../../lambdas/domain/forecast/close-chances.ts';
import { dailyLeaving, dayAt } from '../../../lambdas/domain/forecast/daily-leaving.ts';
import { countsIn, steadyHazards } from './made-standing.ts';

const near = (share: number) => expect.closeTo(share, 12);

describe('bands of ages', () => {
  test.each([
    [0, 0],
    [7, 7],
    [8, 8],
    [11, 8],
    [12, 9],
    [15, 9],
    [16, 10],
    [25, 10],
    [26, 11],
    [51, 11],
    [52, 12],
    [53, 12],
    [5000, 12],
  ])('week %d is in band %d, between its first week and the next band’s', (week, band) => {
    expect(bandOf(week)).toBe(band);
    expect(bandStart(band)).toBeLessThanOrEqual(week);
    expect(bandStart(band + 1)).toBeGreaterThan(week);
  });

  test('each step has its own places', () => {
    expect(
      new Set([0, 1, 2].flatMap((step) => Array.from({ length: BANDS }, (_, band) => cellOf(step, band)))).size,
    ).toBe(3 * BANDS);
    expect([cellOf(0, 0), cellOf(2, BANDS - 1)]).toEqual([0, 3 * BANDS - 1]);
  });

  // Weeks of a band are alike: the ninth to the twelfth share their Mondays.
  test.each([
    [0, 0],
    [6, 6],
    [7, 7],
    [56, 56],
    [63, 56],
    [83, 62],
    [84, 63],
    [7 * 52 - 1, 83],
    [7 * 52, 84],
    [7 * 52 + 6, 90],
    [7 * 700 + 3, 87],
  ])('day %d in a step stands at %d', (day, at) => {
    expect(dayAt(day)).toBe(at);
  });
});

describe('chances by the day', () => {
  /** Of deals there when a week begins, the share that leaves on each of its days. */
  const leftBy = ({ next, lost }: ReturnType<typeof dailyLeaving>, step: number, week: number) => {
    let there = 1;
    return Array.from({ length: 7 }, (_, day) => {
      const [onward = 0, away = 0] = [next[step]?.[dayAt(7 * week + day)], lost[step]?.[dayAt(7 * week + day)]];
      const left = [there * onward, there * away];
      there *= 1 - onward - away;
      return left;
    });
  };

  test('in later weeks as many leave on one day as on another', () => {
    const days = dailyLeaving(steadyHazards([0.2, 0.3, 0.7], [0.5, 0.6, 0.3]), [1, 0.5, 0]);
    for (const week of [1, 7, 9, 300]) {
      expect(leftBy(days, 0, week)).toEqual(Array(7).fill([near(0.2 / 7), near(0.5 / 7)]));
      expect(leftBy(days, 1, week)).toEqual(Array(7).fill([near(0.3 / 7), near(0.6 / 7)]));
      expect(leftBy(days, 2, week)).toEqual(Array(7).fill([near(0.7 / 7), near(0.3 / 7)]));
    }
  });

  test('in the first week the first day has its own share of those that go on; the lost are lost on any day', () => {
    const days = dailyLeaving(steadyHazards([0.3, 0.3, 0.3], [0.14, 0.14, 0.14]), [0.5, 1]);
    const [first, ...others] = leftBy(days, 0, 0);
    expect(first).toEqual([near(0.15), near(0.02)]);
    expect(others).toEqual(Array(6).fill([near(0.025), near(0.02)]));
    expect(leftBy(days, 1, 0).map(([onward]) => onward)).toEqual([near(0.3), 0, 0, 0, 0, 0, 0]);
    // Nothing said of a step: a day like the others.
    expect(leftBy(days, 2, 0)).toEqual(Array(7).fill([near(0.3 / 7), near(0.02)]));
  });

  test('where all have left on a day there is nobody for the next: no chance, and none above 1', () => {
    const { next, lost } = dailyLeaving(steadyHazards([1, 0, 0], [0, 1, 0]), [1, 0, 0]);
    expect([...(next[0]?.slice(0, 7) ?? [])]).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(lost[1]?.[6]).toBeCloseTo(1, 9);
    for (const of of [...next, ...lost]) expect(Math.max(...of)).toBeLessThanOrEqual(1);
    expect(next[2]).toEqual(new Float64Array(7 * BANDS));
  });
});

describe('the chance of a close', () => {
  test('nothing known: none, at any age', () => {
    const { within, ofNew } = closeChances(countsIn(0, 0, 0, 0, 0), [], [7, 28]);
    expect([[...within(0, -1)], [...within(2, 400)], ofNew.length, Math.max(...ofNew)]).toEqual([
      [0, 0],
      [0, 0],
      28,
      0,
    ]);
  });

  test('by each horizon in the order asked for, and the same again when asked again', () => {
    const { within } = closeChances(steadyHazards([0, 0, 0.7]), [1, 1, 1 / 7], [14, 1, 7]);
    expect([...within(2, -1)]).toEqual([near(0.91), near(0.1), near(0.7)]);
    expect(within(2, -1)).toBe(within(2, -1));
    // A year and a day old, or a week: the same chance, if it stands on the same day of the week.
    expect([...within(2, 7 * 60 + 6)]).toEqual([...within(2, 6)]);
  });

  test('steps don’t answer for one another', () => {
    const { within } = closeChances(steadyHazards([0.5, 0.25, 1]), [1, 1, 1], [1]);
    // All of the share of the first day: half, a quarter of it, and all of that.
    expect([0, 1, 2].map((step) => within(step as 0 | 1 | 2, -1)[0])).toEqual([near(0.125), near(0.25), near(1)]); // steps
  });
});
