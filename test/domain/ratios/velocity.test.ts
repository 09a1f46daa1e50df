import { describe, expect, test } from 'vitest';
import { averageDaysToClose, velocity } from '../../../lambdas/domain/ratios/velocity.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { addFigures, addTo, emptyWeek, type WeekRollup } from '../../../lambdas/domain/weeks/week-rollup.ts';

const FIRST = 46027;
const CURRENT = FIRST + 7 * 30;

function weekOf(
  closes: number,
  lostForGood: number,
  closeAmount: number,
  days: readonly number[],
  closesWithAmount = closes,
): WeekRollup {
  const week = emptyWeek();
  addFigures(
    week,
    TEAM,
    0,
    [
      ['closes', closes],
      ['lostForGood', lostForGood],
      ['closeAmount', closeAmount],
      ['closesWithAmount', closesWithAmount],
    ],
    1,
  );
  for (const day of days) addTo(week.daysToClose, day, 1);
  return week;
}

test.each([
  ['this week', CURRENT, 40],
  ['the first of the last 104 weeks', CURRENT - 7 * 103, 40],
  ['the week before those', CURRENT - 7 * 104, 10],
  ['next week', CURRENT + 7, 10],
])('three closes after 50 days in %s: %s', (_, week, average) => {
  const late = emptyWeek();
  addTo(late.daysToClose, 50, 3);
  const weeks = new Map([
    [CURRENT - 7, weekOf(1, 0, 1, [10])],
    [week, late],
  ]);
  expect(averageDaysToClose(weeks, CURRENT)).toBe(average);
});

describe('velocity', () => {
  test('40 open × 3/4 won × 2,000 ÷ 20 days = 3,000 a day', () => {
    const weeks = new Map([
      [CURRENT - 7, weekOf(2, 1, 5000_00, [10, 20])],
      [CURRENT - 7 * 26, weekOf(1, 0, 1000_00, [30])],
      // Too old for win rate and average deal, not for the days to close; this week is not complete.
      [CURRENT - 7 * 27, weekOf(5, 5, 9, [20])],
      [CURRENT, weekOf(7, 0, 9, [])],
    ]);
    expect(velocity(weeks, CURRENT, 40)).toEqual({
      open: 40,
      winRate: { x: 3, n: 4 },
      averageWon: 2000_00,
      daysToClose: 20,
      perDay: 3000_00,
    });
  });

  test('is absent without wins, and nothing without open deals', () => {
    expect(velocity(new Map(), CURRENT, 40)).toBe('wins');
    expect(velocity(new Map([[CURRENT - 7, weekOf(0, 3, 0, [])]]), CURRENT, 40)).toBe('wins');
    expect(velocity(new Map([[CURRENT - 7, weekOf(1, 0, 100, [5])]]), CURRENT, 0)).toMatchObject({ perDay: 0 });
  });

  test('names the lever that nothing tells', () => {
    expect(velocity(new Map([[CURRENT - 7, weekOf(1, 0, 100, [])]]), CURRENT, 4)).toBe('days to close');
    expect(velocity(new Map([[CURRENT - 7, weekOf(1, 0, 0, [5], 0)]]), CURRENT, 4)).toBe('amounts');
  });

  test('a close without an amount is in the win rate, and in no average', () => {
    const weeks = new Map([[CURRENT - 7, weekOf(6, 0, 3000_00, [10], 3)]]);
    expect(velocity(weeks, CURRENT, 1)).toMatchObject({ winRate: { x: 6, n: 6 }, averageWon: 1000_00 });
  });

  test('deals closed on their first day took a day', () => {
    expect(velocity(new Map([[CURRENT - 7, weekOf(1, 0, 100, [0])]]), CURRENT, 3)).toMatchObject({ perDay: 300 });
  });
});
