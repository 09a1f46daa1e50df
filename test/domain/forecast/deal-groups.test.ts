import { describe, expect, test } from 'vitest';
import type { OpenStep } from '../../../lambdas/domain/forecast/age-bands.ts';
import {
  type DealGroup,
  dealCell,
  dealGroups,
  groupOdds,
  liveThrough,
} from '../../../lambdas/domain/forecast/deal-groups.ts';
import type { DealOutlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { type Random, seeded } from '../../../lambdas/domain/forecast/random.ts';
import { dealOf, scripted } from './made-standing.ts';

const one = (within: readonly number[], step: OpenStep = 2, age = 0): DealOutlook => ({
  deal: dealOf({ step }),
  step,
  age,
  within: Float64Array.from(within),
  amount: 1,
});

describe('deals of a kind', () => {
  // 13 bands a step: weeks 0 to 7, 8-11, 12-15, 16-25, 26-51, and later.
  test.each([
    [0, -1, 0],
    [0, 0, 0],
    [0, 6, 0],
    [0, 7, 1],
    [1, 7 * 8 - 1, 13 + 7],
    [1, 7 * 8, 13 + 8],
    [1, 7 * 12 - 1, 13 + 8],
    [2, 7 * 52 - 1, 26 + 11],
    [2, 7 * 52, 26 + 12],
    [2, 7 * 500, 26 + 12],
  ] as const)('step %d, %d days old: number %d', (step, age, cell) => {
    expect(dealCell({ step, age })).toBe(cell);
  });

  test('are a group, in order of coming; its chance is the largest of theirs', () => {
    const [a, b, c, d] = [one([0.1, 0.2]), one([0.9, 0.3], 1), one([0.3, 0.7], 2, 6), one([0.1, 0.5], 2, 3)];
    expect(dealGroups([a, b, c, d])).toEqual([
      { step: 2, age: 0, deals: [a, c, d], most: 0.7 },
      { step: 1, age: 0, deals: [b], most: 0.3 },
    ]);
    expect(dealGroups([one([0.1, 0.2, 0.4]), one([0.1, 0.3, 0.3])])[0]?.most).toBe(0.4);
    expect(dealGroups([])).toEqual([]);
  });
});

const groupOf = (...within: readonly (readonly number[])[]): DealGroup => ({
  step: 2,
  age: 0,
  deals: within.map((of) => one(of)),
  most: Math.max(...within.map((of) => of.at(-1) ?? 0)),
});
const odds = (group: DealGroup, factors: readonly number[]) => groupOdds(group, Float64Array.from(factors));

/** [the deal's place, the horizon] of each that closed. */
function closedOf(group: DealGroup, factors: readonly number[], random: Random): [number, number][] {
  const closed: [number, number][] = [];
  liveThrough(odds(group, factors), random, (at, deal) => closed.push([group.deals.indexOf(deal), at]));
  return closed;
}

describe('the odds of a group', () => {
  test('are bounded by the largest chance times the largest factor, and by certainty', () => {
    const group = groupOf([0.1, 0.25], [0.1, 0.2]);
    const { bound, logMiss } = odds(group, [0.5, 2]);
    expect([bound, logMiss]).toEqual([0.5, expect.closeTo(-Math.LN2, 12)]);
    expect(odds(group, [2, 0.5]).bound).toBe(0.5);
    expect(odds(group, [9, 1]).bound).toBe(1);
    expect(odds(group, [0, 0]).bound).toBe(0);
  });
});

describe('a life of a group', () => {
  // Bound 0.5: a draw below 0.5 comes to the next deal, one from 0.5 passes it over, one from 0.75 the one after it too.
  const group = groupOf([0.2, 0.5], [0.2, 0.5], [0.1, 0.4]);
  test.each([
    ['the first by the first horizon, then nobody', [0, 0.39, 0.9], [[0, 0]]],
    ['on the edge by the second', [0, 0.4, 0.9], [[0, 1]]],
    ['one passed over', [0.5, 0.39, 0.9], [[1, 0]]],
    ['two passed over, and the last may, but does not', [0.75, 0.8, 0], []],
    ['two passed over, and the last just does', [0.75, 0.79, 0], [[2, 1]]],
    [
      'all',
      [0, 0, 0.1, 0.5, 0.2, 0.1, 0.3],
      [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
    ],
    ['all passed over', [0.875], []],
  ])('%s', (_, draws, expected) => {
    expect(closedOf(group, [1, 1], scripted(...draws))).toEqual(expected);
  });

  test('where one is certain each is asked, with one draw', () => {
    const certain = groupOf([0, 1], [0, 0.5], [1, 1]);
    expect(closedOf(certain, [1, 1], scripted(0.999, 0.5, 0.999))).toEqual([
      [0, 1],
      [2, 0],
    ]);
  });

  test('where none can, nothing is drawn', () => {
    expect(closedOf(groupOf([0, 0]), [1, 1], scripted())).toEqual([]);
    expect(closedOf(group, [0, 0], scripted())).toEqual([]);
  });

  test('each closes as often as its own chance says, by each horizon', () => {
    const mixed = groupOf([0.05, 0.1], [0.3, 0.3], [0, 0.2], [0.1, 0.4], [0, 0]);
    const RUNS = 4000;
    const random = seeded(2);
    const times = mixed.deals.map(() => [0, 0]);
    for (let run = 0; run < RUNS; run++)
      for (const [deal, at] of closedOf(mixed, [0.5, 1.5], random)) {
        const counts = times[deal] ?? [];
        counts[at] = (counts[at] ?? 0) + 1;
      }
    // By the first horizon half of the first chance; by the second, half as much again as the second chance.
    const chances = [
      [0.025, 0.125],
      [0.15, 0.3],
      [0, 0.3],
      [0.05, 0.55],
      [0, 0],
    ];
    chances.forEach((of, deal) => {
      of.forEach((chance, at) => {
        const off = (times[deal]?.[at] ?? 0) / RUNS - chance;
        expect(Math.abs(off)).toBeLessThanOrEqual(4 * Math.sqrt((chance * (1 - chance)) / RUNS));
      });
    });
  });
});
