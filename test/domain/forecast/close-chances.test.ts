import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANDS, bandOf, cellOf, type OpenStep } from '../../../lambdas/domain/forecast/age-bands.ts';
import { closeChances } from '../../../lambdas/domain/forecast/close-chances.ts';
import type { Hazards } from '../../../lambdas/domain/forecast/hazards.ts';

const EVEN = [1 / 7, 1 / 7, 1 / 7];
const WEEKS = [7, 14, 21, 28, 35, 42, 49, 56];

/** Chances by the week, the same in every week of a step unless `byWeek` says otherwise. */
function hazardsOf(
  steps: readonly (readonly [next: number, lost: number])[],
  byWeek?: (week: number) => number,
): Hazards {
  const hazards = { next: new Float64Array(3 * BANDS), lost: new Float64Array(3 * BANDS) };
  steps.forEach(([next, lost], step) => {
    for (let week = 0; week < 60; week++) {
      const times = byWeek?.(week) ?? 1;
      hazards.next[cellOf(step, bandOf(week))] = next * times;
      hazards.lost[cellOf(step, bandOf(week))] = lost * times;
    }
  });
  return hazards;
}

describe('the chance of a close', () => {
  // The three deals of hazards.test.ts: of asks, 1 of 3 is booked in the first week, 1 of 2 left is lost in the second.
  const three = hazardsOf([
    [1, 0],
    [1, 0],
    [1 / 3, 0],
  ]);
  three.next.fill(0, cellOf(2, 1));
  three.lost.fill(0.5, cellOf(2, 1));

  test('of an ask made today: 1/3, of which three sevenths in three days', () => {
    const [days3 = 0, week1 = 0, week8 = 0] = closeChances(three, EVEN, [3, 7, 56]).within(2, -1);
    expect(days3).toBeCloseTo((1 / 3) * (3 / 7), 12);
    expect(week1).toBeCloseTo(1 / 3, 12);
    expect(week8).toBeCloseTo(1 / 3, 12);
  });

  test('of an ask that has waited three days: 4/7 of 1/3 of those left, 6/7', () => {
    const chances = closeChances(three, EVEN, [7]);
    expect(chances.within(2, 2)[0]).toBeCloseTo(2 / 9, 12);
    // After a week those that close have closed.
    expect(chances.within(2, 6)[0]).toBe(0);
  });

  test('what is lost is there no more: of asks of which half are booked and half lost in a week, half', () => {
    const half = hazardsOf([
      [1, 0],
      [1, 0],
      [1 / 2, 1 / 2],
    ]);
    const chances = closeChances(half, EVEN, [2, 7]);
    expect(chances.within(2, -1)[0]).toBeCloseTo(2 / 14, 12);
    expect(chances.within(2, -1)[1]).toBeCloseTo(1 / 2, 12);
    expect(chances.within(2, 2)[1]).toBeCloseTo(1 / 2, 12);
  });

  test('steps that are always taken on one day cost no time', () => {
    const chances = closeChances(three, [1, 1, 1 / 7], [7]);
    expect(chances.within(0, -1)[0]).toBeCloseTo(1 / 3, 12);
    expect(chances.ofNew[0]).toBeCloseTo(1 / 21, 12);
  });

  test('two steps of one chance a week: both in the first week need both days to fit', () => {
    // Every deal leaves within its first week, on any day alike: days 0-6 and 0-6, sum at most 6: 28 of 49.
    const chances = closeChances(
      hazardsOf([
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
      EVEN,
      [7, 14, 21],
    );
    expect(chances.within(1, -1)[0]).toBeCloseTo(28 / 49, 12);
    // Three: sum at most 6 in 84 of 343 ways; all within 19 days.
    expect(chances.within(0, -1)[0]).toBeCloseTo(84 / 343, 12);
    expect(chances.within(0, -1)[2]).toBeCloseTo(1, 12);
  });
});

/** Every way through the steps, day by day, from how many of a thousand deals leave on which day: no conditional chances. */
function bruteForce(hazards: Hazards, sameDay: readonly number[], step: number, age: number, horizon: number): number {
  const bands = [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
  const of = (list: Float64Array, at: number, week: number): number => list[at * 13 + (bands[week] ?? 11)] ?? 0;
  const thereAtWeek = (at: number, week: number): number => {
    let there = 1000;
    for (let before = 0; before < week; before++)
      there *= 1 - of(hazards.next, at, before) - of(hazards.lost, at, before);
    return there;
  };
  const shareOf = (at: number, day: number): number => {
    if (day >= 7) return 1 / 7;
    const first = sameDay[at] ?? 0;
    return day === 0 ? first : (1 - first) / 6;
  };
  const onward = (at: number, day: number): number =>
    thereAtWeek(at, Math.floor(day / 7)) * of(hazards.next, at, Math.floor(day / 7)) * shareOf(at, day);
  const away = (at: number, day: number): number =>
    (thereAtWeek(at, Math.floor(day / 7)) * of(hazards.lost, at, Math.floor(day / 7))) / 7;
  let there = 1000;
  for (let day = 0; day <= age; day++) there -= onward(step, day) + away(step, day);
  let closed = 0;
  const go = (at: number, left: number, share: number): void => {
    if (at === 3) {
      closed += share;
      return;
    }
    for (let day = 0; day < left; day++) go(at + 1, left - day, (share * onward(at, day)) / 1000);
  };
  for (let day = 1; day <= horizon; day++) go(step + 1, horizon - day + 1, onward(step, age + day) / there);
  return closed;
}

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const weekly = fc.tuple(chance, chance).map(([leave, onward]) => [leave * onward, leave * (1 - onward)] as const);
/** Some deals are always left, so that the oracle's shares of them are not rounding errors. */
const someLeft = fc
  .tuple(fc.double({ min: 0, max: 0.5, noNaN: true }), chance)
  .map(([leave, onward]) => [leave * onward, leave * (1 - onward)] as const);
const hazardsFrom = (cells: fc.Arbitrary<readonly [number, number]>) =>
  fc.array(cells, { minLength: 3 * BANDS, maxLength: 3 * BANDS }).map(
    (of): Hazards => ({
      next: Float64Array.from(of, ([next]) => next),
      lost: Float64Array.from(of, ([, lost]) => lost),
    }),
  );
const anySameDay = fc.tuple(chance, chance, chance);
const anyStep = fc.constantFrom<OpenStep>(0, 1, 2);

describe('for any hazards', () => {
  test('it is what brute force over all days finds', () => {
    fc.assert(
      fc.property(
        hazardsFrom(someLeft),
        anySameDay,
        anyStep,
        fc.integer({ min: -1, max: 200 }),
        fc.constantFrom(3, 7, 16),
        (hazards, sameDay, step, age, horizon) => {
          const found = closeChances(hazards, sameDay, [horizon]).within(step, age)[0];
          expect(found).toBeCloseTo(bruteForce(hazards, sameDay, step, age, horizon), 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('it lies between 0 and 1 and never falls with more time', () => {
    fc.assert(
      fc.property(
        hazardsFrom(weekly),
        anySameDay,
        anyStep,
        fc.integer({ min: -1, max: 900 }),
        (hazards, sameDay, step, age) => {
          const chances = [0, ...closeChances(hazards, sameDay, WEEKS).within(step, age)];
          chances.forEach((within, at) => {
            expect(within).toBeGreaterThanOrEqual((chances[at - 1] ?? 0) - 1e-12);
            expect(within).toBeLessThanOrEqual(1 + 1e-9);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  test('where a step is never worse than the one before it, a deal further on never has the smaller chance', () => {
    fc.assert(
      fc.property(chance, chance, chance, (next, lost, falling) => {
        const step: [number, number] = [next * 0.9, lost * (1 - next * 0.9)];
        const hazards = hazardsOf([step, step, step], (week) => falling ** week);
        const chances = closeChances(hazards, EVEN, WEEKS);
        WEEKS.forEach((_, at) => {
          const [attempt = 0, opportunity = 0, ask = 0] = ([0, 1, 2] as const).map((of) => chances.within(of, -1)[at]);
          expect(opportunity).toBeGreaterThanOrEqual(attempt - 1e-12);
          expect(ask).toBeGreaterThanOrEqual(opportunity - 1e-12);
        });
      }),
    );
  });
});
