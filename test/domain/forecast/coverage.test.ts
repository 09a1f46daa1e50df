import { describe, expect, test } from 'vitest';
import { forecastTeam } from '../../../lambdas/domain/forecast/forecast.ts';
import { outlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { standingNow } from '../../../lambdas/domain/forecast/standing.ts';
import { accuracy, trackRecords } from '../../../lambdas/domain/forecast/track-record.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';
import { livesOf, type SimulatedTeam, testRandom } from '../../support/simulated-team.ts';

/** About 12 closes in 4 weeks; most deals are never decided. */
const TEAM_OF_TWO: Omit<SimulatedTeam, 'days'> = {
  start: START,
  newDealsADay: 2,
  odds: [
    { next: 0.05, lost: 0.04 },
    { next: 0.08, lost: 0.03 },
    { next: 0.06, lost: 0.05 },
  ],
  reps: ['ana', 'ben'],
};
const closedIn = (lives: readonly Life[], from: number, days: number): Life[] =>
  lives.filter(({ end }) => end?.how === 'won' && end.day >= from && end.day < from + days);
const RUNS = { draws: 30, lives: 8 };

describe('on teams whose odds are known', () => {
  test('about four of five outcomes lie in the range, for young and older teams', () => {
    const inside = { closes: 0, revenue: 0 };
    const errors: number[] = [];
    let forecasts = 0;
    for (let seed = 1; seed <= 24; seed++) {
      const lives = livesOf({ ...TEAM_OF_TWO, days: 7 * 60 }, testRandom(seed));
      for (const week of [14, 20, 26, 32, 38, 44, 50, 55]) {
        const from = START + 7 * week;
        const input = historyOf(lives, from - 1);
        const made = forecastTeam(outlook(standingNow(input), [7, 28]), seed, RUNS).at(-1);
        const happened = closedIn(lives, from, 28);
        const revenue = happened.reduce((sum, { amount = 0 }) => sum + amount, 0);
        if (!made) throw new Error('no forecast');
        if (made.closes.low <= happened.length && happened.length <= made.closes.high) inside.closes++;
        if (made.revenue.low <= revenue && revenue <= made.revenue.high) inside.revenue++;
        errors.push(made.closes.expected - happened.length);
        forecasts++;
      }
    }
    // The range holds whole closes at both ends, so it may hold a few more than 80 %.
    expect(inside.closes / forecasts).toBeGreaterThan(0.74);
    expect(inside.closes / forecasts).toBeLessThan(0.9);
    expect(inside.revenue / forecasts).toBeGreaterThan(0.72);
    expect(inside.revenue / forecasts).toBeLessThan(0.88);
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / forecasts)).toBeLessThan(1);
  });

  test('the track record finds what was inside, and no bias', () => {
    const records = Array.from({ length: 8 }, (_, seed) => {
      const lives = livesOf({ ...TEAM_OF_TWO, days: 7 * 45 }, testRandom(100 + seed));
      return trackRecords(historyOf(lives, START + 7 * 45 - 1), 1);
    });
    for (const at of [0, 1]) {
      const forecasts = records.flatMap((record) => record[at]?.forecasts ?? []);
      const { bias = 9, inside = 0 } = accuracy(forecasts, 'closes') ?? {};
      expect(forecasts).toHaveLength(8 * 13);
      expect(inside / forecasts.length).toBeGreaterThan(0.68);
      expect(inside / forecasts.length).toBeLessThan(0.97);
      expect(Math.abs(bias)).toBeLessThan(1.5);
    }
  });
});
