import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf, totalOf } from '../../../lambdas/domain/weeks/figures.ts';
import { figuresBetween } from '../../../lambdas/domain/weeks/figures-between.ts';
import { figureOfWeek, figuresOfWeeks } from '../../../lambdas/domain/weeks/figures-of-weeks.ts';
import { serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

const MONDAY = serial('2026-01-05');
type Counted = { readonly day: number; readonly rep: string; readonly msis: number };
const counted: fc.Arbitrary<Counted[]> = fc.array(
  fc.record({
    day: fc.integer({ min: MONDAY, max: MONDAY + 27 }),
    rep: fc.constantFrom('Ana', 'Ben'),
    msis: fc.integer({ min: 1, max: 9 }),
  }),
);
const rollupsOf = (all: readonly Counted[]) => {
  const rollups = new Rollups();
  for (const { day, rep, msis } of all) rollups.on(day, rep, { msis, rows: 1 });
  return rollups.weeks;
};
const sum = (all: readonly Counted[]) => all.reduce((total, { msis }) => total + msis, 0);

test('between two days are counted the days from the first up to, not with, the second', () => {
  const bound = fc.integer({ min: MONDAY - 3, max: MONDAY + 30 });
  fc.assert(
    fc.property(counted, bound, bound, (all, from, to) => {
      const weeks = rollupsOf(all);
      const within = all.filter(({ day }) => day >= from && day < to);
      expect(figuresBetween(weeks, 't', from, to, 1)).toMatchObject({
        msis: sum(within),
        rows: within.length,
        asks: 0,
      });
      const ofAna = within.filter(({ rep }) => rep === 'Ana');
      expect(figuresBetween(weeks, 'r:ana', from, to, 1).msis).toBe(sum(ofAna));
    }),
  );
});

test('of whole weeks are counted those that were named', () => {
  fc.assert(
    fc.property(counted, fc.subarray([0, 1, 2, 3, 9]), (all, named) => {
      const weeks = rollupsOf(all);
      const within = all.filter(({ day, rep }) => rep === 'Ben' && named.includes(Math.floor((day - MONDAY) / 7)));
      const among = named.map((n) => MONDAY + 7 * n);
      expect(figuresOfWeeks(weeks, 'r:ben', among)).toMatchObject({ msis: sum(within), rows: within.length, asks: 0 });
      const one = among.map((week) => figureOfWeek(weeks.get(week), 'r:ben', 'msis'));
      expect(one.reduce((total, msis) => total + msis, 0)).toBe(sum(within));
    }),
  );
});

test('a total is the sum of its parts', () => {
  expect(totalOf([figuresOf([1, 2, 3]), figuresOf([10, 0, 30])])).toEqual(figuresOf([11, 2, 33]));
  expect(totalOf([])).toEqual(figuresOf([]));
});
