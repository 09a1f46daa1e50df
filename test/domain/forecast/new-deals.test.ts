import { describe, expect, test } from 'vitest';
import { newDeals } from '../../../lambdas/domain/forecast/new-deals.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';

const WEEK = START + 7 * 20;
const first = (week: number, many: number, rep = 'ana'): Life[] =>
  Array.from({ length: many }, () => ({ reached: [START + 7 * week], rep }));
const order = (came: number, decided = came, rep = 'ana'): Life => ({
  reached: [came, came, came],
  end: { day: decided, how: 'won' },
  rep,
  marks: { closedFirst: true },
});
function found(lives: readonly Life[], week = WEEK, current = WEEK) {
  const { weeks, openDeals, decidedDeals } = historyOf(lives, current + 6);
  return newDeals(weeks, [...openDeals, ...decidedDeals], week, current);
}
const weekly = (many: (week: number) => number) =>
  Array.from({ length: 13 }, (_, at) => first(7 + at, many(at))).flat();

describe('new deals', () => {
  test('none: nothing is said of anybody', () => {
    expect(found([])).toEqual(new Map());
  });

  test('two in each of 13 weeks: as even as chance would have it', () => {
    const of = found(weekly(() => 2));
    // Poisson says more than was seen: variance 2, of the mean 2/13, by the square of 2.
    const even = { perWeek: 2, doubt: 1 / 26, unevenness: 0, closedFirst: 0 };
    expect(of).toEqual(
      new Map([
        [TEAM, even],
        ['r:ana', even],
      ]),
    );
  });

  test('twelve weeks of two and one of fifteen: less even than chance', () => {
    // Mean 3; variance (12 · 1 + 12²) / 12 = 13.
    const { perWeek, doubt, unevenness } = found(weekly((at) => (at === 4 ? 15 : 2))).get(TEAM) ?? {};
    expect([perWeek, doubt, unevenness]).toEqual([3, expect.closeTo(1 / 9, 12), expect.closeTo(10 / 9, 12)]);
  });

  test('of the 13 weeks before, none earlier and none of the week itself; who had none in a week had none', () => {
    const of = found([...first(6, 50), ...first(7, 1), ...first(19, 12, 'ben'), ...first(20, 50)]);
    expect([...of].map(([rep, { perWeek }]) => [rep, perWeek])).toEqual([
      [TEAM, 1],
      ['r:ana', 1 / 13],
      ['r:ben', 12 / 13],
    ]);
    expect(found([...first(6, 50), ...first(20, 50)])).toEqual(new Map());
  });

  test('orders without contact: at their own rate, and no new deals', () => {
    const of = found([...weekly(() => 2), order(WEEK - 7 * 13), order(WEEK - 1, WEEK - 1, 'ben')]);
    expect(of.get(TEAM)).toMatchObject({ perWeek: expect.closeTo(2, 12), closedFirst: 2 / 13 });
    expect(of.get('r:ana')).toMatchObject({ perWeek: expect.closeTo(2, 12), closedFirst: 1 / 13 });
    expect(of.get('r:ben')).toMatchObject({ perWeek: expect.closeTo(0, 12), closedFirst: 1 / 13 });
  });

  test('orders before the weeks, or in the week itself, are not of them', () => {
    const of = found([...weekly(() => 2), order(WEEK - 7 * 13 - 1), order(WEEK)]);
    expect(of.get(TEAM)).toMatchObject({ perWeek: 2, closedFirst: 0 });
  });

  test('one who closes orders and brings no deals has their rate, and nothing to doubt', () => {
    const { weeks, openDeals, decidedDeals } = historyOf([order(WEEK - 20)], WEEK + 6);
    const lines = [...openDeals, ...decidedDeals].map((line) => ({ ...line, lastReps: ['r:ben'] }));
    const of = newDeals(weeks, lines, WEEK, WEEK);
    expect(of.get('r:ben')).toEqual({ perWeek: 0, doubt: 0, unevenness: 0, closedFirst: 1 / 13 });
    expect(of.get('r:ana')).toMatchObject({ perWeek: 0, closedFirst: 0 });
  });

  test('an order that was lost, or is not decided, is not a close', () => {
    const lost: Life = { ...order(WEEK - 20), end: { day: WEEK - 10, how: 'lost' } };
    const { end: _, ...open } = order(WEEK - 20);
    expect(found([lost, open]).get(TEAM)).toMatchObject({ perWeek: 0, closedFirst: 0 });
  });

  test('a week long past: decided deals are known for the last 21 weeks, and orders are counted over those of them', () => {
    // 12 weeks ago; of the 13 weeks before that, 8 are within 20 weeks of the current one.
    const current = WEEK + 7 * 12;
    const orders = [order(WEEK - 7 * 8), order(WEEK - 1), order(WEEK - 7 * 8 - 1)];
    expect(found(orders, WEEK, current).get(TEAM)?.closedFirst).toBe(2 / 8);
    // So long past that no week is known: no rate, rather than one without bounds.
    expect(found([...weekly(() => 2), order(WEEK - 1)], WEEK, WEEK + 7 * 30).get(TEAM)).toMatchObject({
      perWeek: expect.closeTo(2 + 1 / 13, 12),
      closedFirst: 0,
    });
  });
});
