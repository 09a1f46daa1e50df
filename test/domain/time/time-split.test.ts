import { describe, expect, test } from 'vitest';
import { teamTimeSplit, timeSplit } from '../../../lambdas/domain/time/time-split.ts';
import type { Figure } from '../../../lambdas/domain/weeks/figures.ts';
import { addFigures, emptyWeek } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { serial } from '../../support/trees.ts';

const MONDAY = serial('2026-02-02');
const RULES = { calendar: [], settings: { weekStartsOn: 1 } };
const WEEK = [MONDAY, MONDAY + 7] as const;

/** Figures by day of the week and rep. */
function weeks(days: readonly (readonly [rep: string, day: number, figures: Partial<Record<Figure, number>>])[]) {
  const rollup = emptyWeek();
  for (const [rep, day, figures] of days)
    addFigures(rollup, rep, day, Object.entries(figures) as [Figure, number][], 1); // keys of figures
  return new Map([[MONDAY, rollup]]);
}

describe('time split', () => {
  test('a worked example: three of five days logged, two thirds of it selling', () => {
    const split = timeSplit(
      { key: 'r:ana' },
      weeks([
        ['r:ana', 0, { sellingMinutes: 240, administrationMinutes: 60, msis: 12 }],
        ['r:ana', 1, { sellingMinutes: 180, proposalMinutes: 120, msis: 8 }],
        ['r:ana', 2, { sellingMinutes: 60, prospectingMinutes: 60, msis: 4 }],
        ['r:ana', 3, { msis: 50 }], // nothing logged: it must not make the hours look fast
      ]),
      RULES,
      WEEK,
    );
    expect(split).toMatchObject({
      logged: 720,
      coverage: { x: 3, n: 5 },
      enough: true,
      sellingShare: { x: 480, n: 720 },
      msisPerSellingHour: 3, // 24 MSIs in 8 hours
      hoursToDelegate: 4,
      msisThatTheyWouldBuy: 12,
    });
  });

  test('two of five days are too few; a holiday makes them enough', () => {
    const two = weeks([
      ['r:ana', 0, { sellingMinutes: 60 }],
      ['r:ana', 1, { sellingMinutes: 60 }],
    ]);
    expect(timeSplit({ key: 'r:ana' }, two, RULES, WEEK)).toMatchObject({ coverage: { x: 2, n: 5 }, enough: false });
    const calendar = [2, 3].map((day) => ({ day: MONDAY + day, kind: 'Holiday' as const }));
    expect(timeSplit({ key: 'r:ana' }, two, { ...RULES, calendar }, WEEK)).toMatchObject({
      coverage: { x: 2, n: 3 },
      enough: true,
    });
  });

  test('without selling minutes there is no rate, which is not 0', () => {
    const split = timeSplit({ key: 'r:ana' }, weeks([['r:ana', 0, { administrationMinutes: 30 }]]), RULES, WEEK);
    expect(split.msisPerSellingHour).toBeUndefined();
    expect(split.msisThatTheyWouldBuy).toBeUndefined();
    expect(split.sellingShare).toEqual({ x: 0, n: 30 });
  });

  test('nothing logged, nobody expected', () => {
    const split = timeSplit({ key: 'r:ana' }, new Map(), RULES, [MONDAY, MONDAY]);
    expect(split).toMatchObject({ logged: 0, coverage: { x: 0, n: 0 }, enough: false, sellingShare: { x: 0, n: 0 } });
  });

  test('the team is the sum of its reps', () => {
    const all = weeks([
      ['r:ana', 0, { sellingMinutes: 60, msis: 6 }],
      ['r:ben', 0, { fulfilmentMinutes: 60, msis: 1 }],
      ['r:ben', 1, { sellingMinutes: 60, msis: 2 }],
    ]);
    const team = teamTimeSplit([{ key: 'r:ana' }, { key: 'r:ben' }], all, RULES, WEEK);
    // Ana has nothing to delegate; Ben's hour buys 3 at his own rate, not the team's 4.5.
    expect(team.msisThatTheyWouldBuy).toBe(3);
    expect(team).toMatchObject({ logged: 180, coverage: { x: 3, n: 10 }, msisPerSellingHour: 4.5, hoursToDelegate: 1 });
  });
});
