import { describe, expect, test } from 'vitest';
import type { NewDeals } from '../../../lambdas/domain/forecast/new-deals.ts';
import { outlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { closesOfWeek, closesToCome, closesToComeByRep, newSums } from '../../../lambdas/domain/forecast/to-come.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { standingOf, steadyHazards } from './made-standing.ts';

const rate = (perWeek: number, closedFirst = 0): NewDeals => ({ perWeek, doubt: 0, unevenness: 0, closedFirst });

describe('closes of what is no deal yet', () => {
  /** A new deal is closed by a tenth more each day, for ten days. */
  const ofNew = Float64Array.from({ length: 30 }, (_, day) => Math.min(1, (day + 1) / 10));
  const sums = newSums({ ofNew, within: () => ofNew });

  test('running sums', () => {
    expect([0, 1, 2, 9, 10].map((day) => sums[day])).toEqual(
      [0.1, 0.3, 0.6, 5.5, 6.5].map((sum) => expect.closeTo(sum, 12)),
    );
  });

  test.each([
    [0, 1],
    [0, 7],
    [0, 8],
    [0, 30],
    [1, 7],
    [1, 8],
    [1, 14],
    [1, 15],
    [3, 21],
    [3, 28],
    [3, 30],
  ])('of those of week %d within %d days: each day of coming for itself', (week, days) => {
    let byDay = 0;
    for (let came = 7 * week; came < Math.min(days, 7 * week + 7); came++) byDay += 2 * (ofNew[days - 1 - came] ?? 0);
    expect(closesOfWeek(14, sums, week, days)).toBeCloseTo(byDay, 10);
  });

  // Every new deal is asked and booked on its first day: who comes closes.
  const certain = { team: steadyHazards([1, 1, 1]), sameDay: [1, 1, 1] };

  test('of the team: new deals that all close on the day they come, and orders at their own rate', () => {
    const coming = new Map([
      [TEAM, rate(14, 3.5)],
      ['r:ana', rate(99, 99)],
    ]);
    const found = closesToCome(outlook(standingOf({ coming }, certain), [1, 7, 10]));
    expect([...found]).toEqual([2.5, 17.5, 25].map((closes) => expect.closeTo(closes, 10)));
  });

  test('nothing to come: nothing', () => {
    expect([...closesToCome(outlook(standingOf({}, certain), [7, 14]))]).toEqual([0, 0]);
  });

  test('by rep: shared as their own histories say, together what the team would close', () => {
    const coming = new Map([
      [TEAM, rate(9, 1)],
      ['r:ana', rate(7, 2)],
      ['r:ben', rate(14)],
      ['u', rate(0, 1)],
    ]);
    // Ben takes half of his deals to a close on the first day of each step, Ana all; the others never.
    const of = (rep: string) => (rep === 'r:ben' ? steadyHazards([0.5, 1, 1]) : steadyHazards([1, 1, 1]));
    const reps = closesToComeByRep(outlook(standingOf({ coming }, { ...certain, of }), [7]), 7);
    // Alone: Ana 7 and Ben 7 of 21 in a week, of which the team closes 21: 10.5 each.
    expect([...reps]).toEqual([
      ['r:ana', expect.closeTo(12.5, 10)],
      ['r:ben', expect.closeTo(10.5, 10)],
      ['u', expect.closeTo(1, 10)],
    ]);
  });

  test('by rep where no rep has a close of their own: orders alone', () => {
    const coming = new Map([['r:ana', rate(7, 2)]]);
    const never = { ...certain, of: () => steadyHazards([0, 0, 0]) };
    expect([...closesToComeByRep(outlook(standingOf({ coming }, never), [28]), 14)]).toEqual([['r:ana', 4]]);
  });
});
