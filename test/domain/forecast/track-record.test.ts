import { describe, expect, test } from 'vitest';
import { pastForecasts } from '../../../lambdas/domain/forecast/past-forecasts.ts';
import { standingDealsAt } from '../../../lambdas/domain/forecast/standing-deal.ts';
import { accuracy, type PastForecast, trackRecords } from '../../../lambdas/domain/forecast/track-record.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';
import { livesOf, testRandom } from '../../support/simulated-team.ts';

const ODDS = [
  { next: 0.08, lost: 0.02 },
  { next: 0.1, lost: 0.02 },
  { next: 0.1, lost: 0.04 },
] as const;
const lives = livesOf({ start: START, days: 7 * 40, newDealsADay: 2, odds: ODDS }, testRandom(4));

describe('deals as they stood on a day of the past', () => {
  const linesOf = (life: Life) => {
    const { openDeals, decidedDeals } = historyOf([life], START + 60);
    return [...openDeals, ...decidedDeals];
  };
  const life: Life = {
    reached: [START, START + 5, START + 10],
    end: { day: START + 20, how: 'won' },
    rep: 'ana',
    amount: 700,
  };

  test.each([
    [0, undefined],
    [1, { step: 0, since: START }],
    [5, { step: 0, since: START }],
    [6, { step: 1, since: START + 5 }],
    [11, { step: 2, since: START + 10, amount: 700 }],
    [20, { step: 2, since: START + 10, amount: 700 }],
    [21, undefined],
  ])('when day %d began', (day, expected) => {
    const deals = standingDealsAt(linesOf(life), START + day);
    const same = { firstReps: ['r:ana'], reps: ['r:ana'], learnedFrom: true };
    expect(deals).toEqual(expected ? [{ ...same, ...expected }] : []);
  });
});

describe('the track record', () => {
  test('of the last 13 weeks, each with a forecast that is over', () => {
    const day = START + 7 * 40 - 1;
    const records = trackRecords(historyOf(lives, day), 1);
    expect(records.map(({ weeks, forecasts }) => [weeks, forecasts.length])).toEqual([
      [1, 13],
      [4, 13],
    ]);
    const last = records.map(({ forecasts }) => forecasts.at(-1)?.week);
    expect(last).toEqual([START + 7 * 39, START + 7 * 36]);
    for (const { weeks, forecasts } of records) {
      for (const { week, closes, revenue } of forecasts) {
        const won = lives.filter(({ end }) => end?.how === 'won' && end.day >= week && end.day < week + 7 * weeks);
        expect(closes.actual).toBe(won.length);
        expect(revenue.actual).toBe(won.reduce((sum, { amount = 0 }) => sum + amount, 0));
      }
    }
  });

  test('a week that is not over is not judged; in mid-week the record is that of the week before', () => {
    const records = trackRecords(historyOf(lives, START + 7 * 39 + 3), 1);
    expect(records.map(({ forecasts }) => forecasts.at(-1)?.week)).toEqual([START + 7 * 38, START + 7 * 35]);
  });

  test('what came later changes nothing of what would have been forecast', () => {
    // Everything after the 34th week goes otherwise: nothing closes any more.
    const cut = START + 7 * 34;
    const stopped = lives
      .filter(({ reached }) => reached[0] < cut)
      .map(({ reached, end, ...rest }): Life => {
        const [attempt, opportunity, ask] = reached.map((day) => (day !== undefined && day < cut ? day : undefined));
        const before =
          ask !== undefined
            ? ([attempt, opportunity, ask] as const)
            : opportunity !== undefined
              ? ([attempt, opportunity] as const)
              : ([attempt] as const);
        return { ...rest, reached: before as Life['reached'], ...(end && end.day < cut && { end }) }; // the first is before the cut
      });
    const day = START + 7 * 38 - 1;
    const of = (all: readonly Life[]) =>
      trackRecords(historyOf(all, day), 1)[1]?.forecasts.find(({ week }) => week === cut)?.closes;
    const [real, changed] = [of(lives), of(stopped)];
    expect(changed?.actual).toBe(0);
    expect(changed?.expected).toBeCloseTo(real?.expected ?? 0, 6);
  });

  test('a forecast that was made in its time stays as it was; the others are made now', () => {
    const day = START + 7 * 40 - 1;
    const input = historyOf(lives, day);
    const all = pastForecasts(input, 1, []);
    expect(all.map(({ week }) => (week - START) / 7)).toEqual(Array.from({ length: 17 }, (_, at) => 24 + at));
    const range = { low: 1, expected: 2, high: 3 };
    const remembered = { week: START + 7 * 30, within: [0, 1].map(() => ({ closes: range, revenue: range })) };
    expect(pastForecasts(input, 1, [remembered])).toEqual(
      all.map((made) => (made.week === remembered.week ? remembered : made)),
    );
    const [week] = trackRecords(input, 1, [remembered]);
    expect(week?.forecasts.find((forecast) => forecast.week === remembered.week)?.closes).toMatchObject(range);
    // With all of them remembered nothing is read.
    expect(pastForecasts({ ...input, openDeals: [], decidedDeals: [] }, 1, all)).toEqual(all);
  });

  test('only weeks with 13 complete weeks before them have one', () => {
    const count = (weeks: number) =>
      trackRecords(historyOf(lives, START + 7 * weeks - 1), 1).map(({ forecasts }) => forecasts.length);
    expect([count(13), count(14), count(17), count(20)]).toEqual([
      [0, 0],
      [1, 0],
      [4, 1],
      [7, 4],
    ]);
  });
});

test('bias, mean absolute error and share inside, by hand', () => {
  const past = (expected: number, low: number, high: number, actual: number): PastForecast => ({
    week: START,
    closes: { low, expected, high, actual },
    revenue: { low, expected, high, actual },
  });
  // Off by +3, -1, +1: bias 1, on average off by 5/3; the first lies outside.
  expect(accuracy([past(8, 6, 10, 5), past(4, 2, 6, 5), past(6, 5, 7, 5)], 'closes')).toEqual({
    bias: 1,
    meanError: 5 / 3,
    inside: 2,
    forecasts: 3,
  });
  expect(accuracy([], 'closes')).toBeUndefined();
});
