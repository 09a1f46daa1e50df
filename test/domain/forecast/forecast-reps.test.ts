import { describe, expect, test } from 'vitest';
import { openDealsAhead } from '../../../lambdas/domain/forecast/expected-closes.ts';
import { forecast, forecastTeam, REP_WEEKS, repForecastDay } from '../../../lambdas/domain/forecast/forecast.ts';
import { outlook } from '../../../lambdas/domain/forecast/outlook.ts';
import type { Standing } from '../../../lambdas/domain/forecast/standing.ts';
import { stepCounts } from '../../../lambdas/domain/forecast/step-exits.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, START } from '../../support/deal-histories.ts';
import { countsIn, dealOf, standingOf, steadyHazards } from './made-standing.ts';

const coming = (perWeek: number, closedFirst = 0) => ({ perWeek, doubt: 0, unevenness: 0, closedFirst });
const FROM = START + 7 * 13;
/** 13 weeks of history; every new deal closes on the day it comes, every ask on its first day. */
const certain = (more: Partial<Standing> = {}, members: Parameters<typeof historyOf>[2] = []) =>
  standingOf(
    {
      input: historyOf([{ reached: [START] }], FROM - 1, members),
      from: FROM,
      usual: (rep) => (rep === TEAM ? 100 : 300),
      ...more,
    },
    { team: steadyHazards([1, 1, 1]), sameDay: [1, 1, 1] },
  );
const ask = (rep: string) => dealOf({ since: FROM, amount: 50, reps: [rep], firstReps: [rep] });

describe('the forecast of a team whose deals all close', () => {
  const standing = certain({
    deals: [ask('r:ana'), ask('r:gone')],
    coming: new Map([
      [TEAM, coming(6, 1)],
      ['r:ana', coming(4, 1)],
      ['r:gone', coming(2)],
    ]),
  });

  test('of the team: the open ones at once, new ones and orders week by week', () => {
    const made = forecast(standing, 1);
    expect([made?.from, made?.openDeals, made?.weeks.length]).toEqual([FROM, 2, 8]);
    made?.weeks.forEach(({ closes, revenue, fromOpen }, at) => {
      expect(fromOpen).toBeCloseTo(2, 10);
      expect(closes.expected).toBeCloseTo(2 + 7 * (at + 1), 8);
      // Of the open ones their amounts, of the others the team's usual one.
      expect(revenue.expected).toBeCloseTo(100 + 700 * (at + 1), 6);
      // Poisson with 7 a week: 80 % lie within 1.28 deviations of it, more or less one.
      const spread = 1.28 * Math.sqrt(7 * (at + 1));
      expect(Math.abs(closes.high - closes.expected - spread)).toBeLessThan(0.35 * spread + 1);
      expect(Math.abs(closes.expected - closes.low - spread)).toBeLessThan(0.35 * spread + 1);
    });
  });

  test('of reps, within four weeks: with revenue by the rep’s usual deal', () => {
    expect([REP_WEEKS, repForecastDay(standing)]).toEqual([4, FROM + 27]);
    const { reps } = forecast(standing, 1) ?? {};
    expect([...(reps?.keys() ?? [])].sort()).toEqual(['r:ana', 'r:gone']);
    expect(reps?.get('r:ana')?.closes).toBeCloseTo(1 + 4 * 5, 8);
    expect(reps?.get('r:ana')?.revenue).toBeCloseTo(50 + 300 * 20, 6);
    expect(reps?.get('r:gone')?.closes).toBeCloseTo(1 + 4 * 2, 8);
  });

  test('nothing new comes from who has left before the first day; open deals stay', () => {
    const gone = (end: number) => certain({ deals: standing.deals, coming: standing.coming }, [{ name: 'Gone', end }]);
    expect(forecast(gone(FROM - 1), 1)?.reps.get('r:gone')).toEqual({
      closes: expect.closeTo(1, 10),
      revenue: expect.closeTo(50, 8),
    });
    expect(forecast(gone(FROM), 1)?.reps.get('r:gone')?.closes).toBeCloseTo(9, 8);
    // The others keep their share.
    expect(forecast(gone(FROM - 1), 1)?.reps.get('r:ana')?.closes).toBeCloseTo(21, 8);
  });

  test('from what was reckoned ahead, if that names the day', () => {
    const open = openDealsAhead(standing, [FROM + 3, repForecastDay(standing)]);
    expect(forecast(standing, 1, open)).toEqual(forecast(standing, 1));
  });
});

describe('whether there is a forecast', () => {
  test('13 complete weeks, and a close', () => {
    expect(forecast(certain(), 1)?.weeks[7]?.closes).toEqual({ low: 0, expected: 0, high: 0 });
    const late = historyOf([{ reached: [START + 7] }], FROM - 1);
    expect(forecast(certain({ input: late }), 1)).toBeUndefined();
    const none = { ...certain().hazards, teamCounts: countsIn(2, 0, 0, 1, 9) };
    expect(forecast(certain({ hazards: none }), 1)).toBeUndefined();
  });

  test('one deal: a close or none, so the range is all of it', () => {
    const standing = standingOf(
      { deals: [dealOf({ since: START + 1, amount: 70 })] },
      { team: steadyHazards([0, 0, 0.5]) },
    );
    const [week] = forecastTeam(outlook(standing, [7]), 1, { draws: 20, lives: 20 });
    expect(week?.fromOpen).toBeCloseTo(0.5, 12);
    expect(week?.closes).toEqual({ low: 0, expected: expect.closeTo(0.5, 12), high: 1 });
    expect(week?.revenue).toEqual({ low: 0, expected: expect.closeTo(35, 10), high: 70 });
  });
});

describe('weeks at risk', () => {
  const at = (step: number, week: number) => step * 13 + week;
  const from = START + 7 * 104;
  const exit = { week: START + 7, rep: TEAM, step: 1, how: 'next' as const, age: 3, deals: 2 };

  test('before the 104 weeks a deal was not seen: left in the second of them, in its fourth week', () => {
    const counts = stepCounts([exit], [], () => [], from).get(TEAM);
    expect([...(counts?.atRisk.slice(at(1, 0), at(1, 5)) ?? [])]).toEqual([0, 0, 2, 2, 0]);
    expect(counts?.next[at(1, 3)]).toBe(2);
  });

  test.each([
    ['the first of the 104', START, 2],
    ['the week before them', START - 7, undefined],
    ['the last', from - 7, 2],
    ['the week that begins', from, undefined],
  ])('an exit in %s', (_, week, left) => {
    expect(stepCounts([{ ...exit, week }], [], () => [], from).get(TEAM)?.next[at(1, 3)]).toBe(left);
  });

  test('a deal that stands counts under each of its reps until now, in the weeks it was seen', () => {
    const deal = dealOf({ since: from - 7 * 9 - 3, reps: ['r:ana', 'r:ben'] });
    const counts = stepCounts([], [deal, { ...deal, learnedFrom: false }], ({ reps }) => reps, from);
    expect([...counts.keys()]).toEqual(['r:ana', 'r:ben']);
    const risk = counts.get('r:ben')?.atRisk;
    expect([...(risk?.slice(at(2, 0), at(2, 10)) ?? [])]).toEqual([
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      expect.closeTo(10 / 7, 12),
      0,
    ]);
    expect(stepCounts([], [dealOf({ since: from })], ({ reps }) => reps, from).get('r:ana')?.atRisk[at(2, 0)]).toBe(0);
  });
});
