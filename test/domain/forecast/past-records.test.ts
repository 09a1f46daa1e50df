import { describe, expect, test } from 'vitest';
import { type MadeForecast, pastForecasts } from '../../../lambdas/domain/forecast/past-forecasts.ts';
import { reportOutlook } from '../../../lambdas/domain/forecast/report-outlook.ts';
import { accuracy, trackRecords } from '../../../lambdas/domain/forecast/track-record.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';

const week = (at: number) => START + 7 * at;
/** One order of 100 won on the Monday of each week, and one of 1000 on the Sunday of the tenth. */
const lives: Life[] = [...Array.from({ length: 40 }, (_, at): Life => won(week(at), 100)), won(week(10) + 6, 1000)];
function won(day: number, amount: number): Life {
  return { reached: [day, day, day], end: { day, how: 'won' }, rep: 'ana', amount };
}
const range = (expected: number) => ({ low: expected - 1, expected, high: expected + 1 });
/** As made in its time: so many closes, and a hundred times as much revenue, in a week; four times that in four. */
const made = (at: number, closes = 1): MadeForecast => ({
  week: week(at),
  within: [1, 4].map((weeks) => ({ closes: range(weeks * closes), revenue: range(100 * weeks * closes) })),
});

describe('a track record of forecasts made in their time', () => {
  const all = Array.from({ length: 30 }, (_, at) => made(at));

  test('what happened in each week, and in four, of the team alone', () => {
    const [one, four] = trackRecords(historyOf(lives, week(14) - 1), 1, all);
    expect(one?.weeks).toBe(1);
    expect(four?.weeks).toBe(4);
    // The 13 that are over: from the second week on, and for four weeks ahead from the start.
    expect(one?.forecasts.map((of) => [(of.week - START) / 7, of.closes.actual, of.revenue.actual])).toEqual(
      Array.from({ length: 13 }, (_, at) => (at + 1 === 10 ? [10, 2, 1100] : [at + 1, 1, 100])),
    );
    expect(four?.forecasts.map((of) => [(of.week - START) / 7, of.closes.actual, of.revenue.actual])).toEqual(
      Array.from({ length: 11 }, (_, at) => (at >= 7 ? [at, 5, 1400] : [at, 4, 400])),
    );
    expect(four?.forecasts[0]?.closes).toEqual({ ...range(4), actual: 4 });
    expect(four?.forecasts[0]?.revenue).toEqual({ ...range(400), actual: 400 });
  });

  test('a day before the last week is over it is not in', () => {
    const [one, four] = trackRecords(historyOf(lives, week(14) - 2), 1, all);
    expect([one, four].map((of) => ((of?.forecasts.at(-1)?.week ?? 0) - START) / 7)).toEqual([12, 9]);
  });

  test('from the 17 weeks before the one to come, with it; what was not made in its time needs 13 weeks before it', () => {
    const weeksOf = (at: number, of: readonly MadeForecast[]) =>
      pastForecasts(historyOf(lives, week(at) - 1), 1, of).map((one) => (one.week - START) / 7);
    expect(weeksOf(20, all)).toEqual(Array.from({ length: 17 }, (_, at) => at + 4));
    expect(weeksOf(15, [made(2), made(14)])).toEqual([2, 13, 14, 15]);
    expect(weeksOf(12, [])).toEqual([]);
  });

  test('what is made now looks one week ahead, and four', () => {
    const { within } = pastForecasts(historyOf(lives, week(20) - 1), 1, []).at(-1) ?? { within: [] };
    // Orders are won on the day they come: 14 in the last 13 weeks, and all 21 so far brought 3000.
    const [closes, revenue] = [14 / 13, ((14 / 13) * 3000) / 21];
    expect(within.map((one) => [one.closes.expected, one.revenue.expected])).toEqual([
      [expect.closeTo(closes, 9), expect.closeTo(revenue, 6)],
      [expect.closeTo(4 * closes, 9), expect.closeTo(4 * revenue, 6)],
    ]);
  });

  test('a week when nothing had closed yet says nothing, and has no record', () => {
    const open = Array.from({ length: 16 }, (_, at): Life => ({ reached: [week(at)], rep: 'ana' }));
    const input = historyOf(open, week(15) - 1);
    expect(pastForecasts(input, 1, [])).toEqual([13, 14, 15].map((at) => ({ week: week(at), within: [] })));
    expect(trackRecords(input, 1)).toEqual([
      { weeks: 1, forecasts: [] },
      { weeks: 4, forecasts: [] },
    ]);
  });
});

describe('how good forecasts were', () => {
  const past = (closes: number, revenue: number, actual: number) => ({
    week: START,
    closes: { ...range(closes), actual },
    revenue: { ...range(revenue), actual },
  });

  test.each([
    ['closes', { bias: -1, meanError: 1, inside: 2 }],
    ['revenue', { bias: 1, meanError: 3, inside: 0 }],
  ] as const)('%s', (what, expected) => {
    // Closes are low by 1 each, so on the edge of the range; revenue is high by 4 and low by 2.
    expect(accuracy([past(4, 9, 5), past(4, 3, 5)], what)).toEqual({ ...expected, forecasts: 2 });
  });

  test.each([
    [4, 1],
    [6, 1],
    [3.9, 0],
    [6.1, 0],
  ])('%d lies within 4 to 6: %d', (actual, inside) => {
    expect(accuracy([past(5, 5, actual)], 'closes')?.inside).toBe(inside);
  });
});

describe('what a report tells', () => {
  test('of the coming weeks: by the days asked for, and always by the weeks forecast by rep', () => {
    const input = historyOf(lives, week(16) - 1);
    const facts = { forecasts: Array.from({ length: 30 }, (_, at) => made(at)) };
    const { from, forecast, openThrough, trackRecords: records } = reportOutlook({ ...input, facts }, [week(16) + 2]);
    expect(from).toBe(week(16));
    expect(forecast?.weeks).toHaveLength(8);
    expect(records[0]?.forecasts[0]?.closes).toEqual({ ...range(1), actual: 1 });
    expect(openThrough(TEAM, week(16) + 2)).toEqual({ closes: 0, revenue: 0 });
    expect(openThrough(TEAM, week(20) - 1)).toEqual({ closes: 0, revenue: 0 });
    expect(() => openThrough(TEAM, week(20))).toThrow('was not asked for');
  });

  test('nothing known: no forecast, and no records', () => {
    const told = reportOutlook({ ...historyOf([], START), facts: { forecasts: [] } }, []);
    expect(told).toMatchObject({ from: START + 1, forecast: undefined });
    expect(told.trackRecords.map(({ forecasts }) => forecasts)).toEqual([[], []]);
  });
});
