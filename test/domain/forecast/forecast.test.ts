import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDealsAhead } from '../../../lambdas/domain/forecast/expected-closes.ts';
import { forecast } from '../../../lambdas/domain/forecast/forecast.ts';
import { type Standing, standingNow } from '../../../lambdas/domain/forecast/standing.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';
import { livesOf, testRandom } from '../../support/simulated-team.ts';

const WEEKS = 20;
const TODAY = START + 7 * WEEKS;

const expectedBy = (standing: Standing, day: number) => {
  const { through } = openDealsAhead(standing, [day]);
  return (rep: string) => through(rep, day);
};

/**
 * Ten asks a week for 20 weeks by this rep, all reached in one day: in the week after the ask 4 are booked and 2 lost, on
 * the second day of it; 4 stay. Nothing ever happens to an older ask.
 */
function asks(rep: string, amount: number): Life[] {
  return Array.from({ length: 10 * (WEEKS - 1) }, (_, i): Life => {
    const day = START + 7 * Math.floor(i / 10);
    const how = i % 10 < 4 ? 'won' : 'lost';
    return { reached: [day, day, day], rep, amount, ...(i % 10 < 6 && { end: { day: day + 1, how } }) };
  });
}
const input = (lives: readonly Life[], day = TODAY - 1) => historyOf(lives, day);
const now = (lives: readonly Life[], day?: number) => standingNow(input(lives, day));

describe('the forecast', () => {
  const lives = asks('ana', 500_00);
  // Today's asks, two of them by Ben, who is new; one names no amount.
  const today: Life[] = [
    { reached: [TODAY, TODAY, TODAY], rep: 'ana', amount: 800_00 },
    { reached: [TODAY, TODAY, TODAY], rep: 'ben' },
    { reached: [TODAY, TODAY, TODAY], rep: 'ben', amount: 200_00 },
  ];

  test('by hand: old asks bring nothing, new ones as many as before', () => {
    const made = forecast(now(lives), 1);
    // 76 asks stand open, none younger than a week.
    expect([made?.openDeals, made?.weeks[0]?.fromOpen]).toEqual([76, 0]);
    // In the 13 weeks before, 120 asks came: none in the last week. 4 of 10 close. They come on any of 7 days, and as none
    // was booked on the day of the ask itself, are booked on any of the 6 days after it: of the closes of the asks of a
    // week (6 + 5 + 4 + 3 + 2 + 1 + 0) of 42 fall into the same week.
    const perWeek = (120 / 13) * 0.4;
    expect(made?.weeks[0]?.closes.expected).toBeCloseTo(perWeek / 2, 9);
    expect(made?.weeks[7]?.closes.expected).toBeCloseTo(perWeek * 7.5, 9);
    expect(made?.weeks[7]?.revenue.expected).toBeCloseTo(perWeek * 7.5 * 500_00, 5);
  });

  test('an open deal brings its own amount, else the usual one of who works it', () => {
    const expected = expectedBy(now([...lives, ...today], TODAY), TODAY + 7);
    // 76 booked and 38 lost of 190 asks, and these three were at risk for a seventh of a week. Their first day has passed,
    // on which none is booked and a seventh of the losses fall.
    const [booked, lost] = [76 / (190 + 3 / 7), 38 / (190 + 3 / 7)];
    const close = booked / (1 - lost / 7);
    expect(expected(TEAM).closes).toBeCloseTo(3 * close, 9);
    expect(expected('r:ana').closes + expected('r:ben').closes).toBeCloseTo(3 * close, 9);
    // Ben has closed nothing: what the team's won deals bring.
    expect(expected(TEAM).revenue).toBeCloseTo(close * (800_00 + 500_00 + 200_00), 5);
  });

  test('nothing is expected of days that have passed', () => {
    expect(expectedBy(now([...lives, ...today], TODAY), TODAY)(TEAM)).toEqual({ closes: 0, revenue: 0 });
  });

  test('a day that was not asked for has no answer', () => {
    const { through } = openDealsAhead(now([...lives, ...today], TODAY), [TODAY + 7]);
    expect(() => through(TEAM, TODAY + 8)).toThrow('was not asked for');
  });

  test('below 13 complete weeks there is none, and none before a first close', () => {
    expect(forecast(now(asks('ana', 1), START + 7 * 13 - 2), 1)).toBeUndefined();
    expect(forecast(now(asks('ana', 1), START + 7 * 13 - 1), 1)).toBeDefined();
    const open = lives.map(({ reached, rep }): Life => ({ reached, ...(rep && { rep }) }));
    expect(forecast(now(open), 1)).toBeUndefined();
  });

  test('dormant deals do not pile up: many times as many old asks change nothing', () => {
    const dormant = Array.from({ length: 2000 }, (): Life => ({ reached: [START, START, START], rep: 'ana' }));
    const made = forecast(now([...lives, ...dormant]), 1);
    expect(made?.weeks[7]?.fromOpen).toBe(0);
    expect(made?.openDeals).toBe(2076);
  });

  test('orders without contact before come at their own rate, and are no new deals', () => {
    const walkIns = Array.from({ length: 13 }, (_, i): Life => {
      const day = TODAY - 7 * (i + 1);
      return { reached: [day, day, day], end: { day, how: 'won' }, amount: 500_00, marks: { closedFirst: true } };
    });
    const [without, withThem] = [forecast(now(lives), 1), forecast(now([...lives, ...walkIns]), 1)];
    const more = (withThem?.weeks[3]?.closes.expected ?? 0) - (without?.weeks[3]?.closes.expected ?? 0);
    expect(more).toBeCloseTo(4, 9);
    expect(withThem?.reps.get('u')?.closes).toBeCloseTo(4, 9);
  });

  test('a rep with a better history gets more of the same deals; together they have what the team has', () => {
    const better = [...lives, ...asks('ben', 500_00).filter(({ end }) => end?.how !== 'lost')];
    const asked = ['ana', 'ben'].map((rep): Life => ({ reached: [TODAY, TODAY, TODAY], rep, amount: 1 }));
    const expected = expectedBy(now([...better, ...asked], TODAY), TODAY + 30);
    const [ana = 0, ben = 0, team = 0] = ['r:ana', 'r:ben', TEAM].map((rep) => expected(rep).closes);
    expect(ben).toBeGreaterThan(ana);
    expect(ana + ben).toBeCloseTo(team, 9);
  });

  test('a deal that two reps work counts for both and once for the team', () => {
    const { openDeals, ...rest } = input([...lives, { reached: [TODAY, TODAY, TODAY], rep: 'ana', amount: 1 }], TODAY);
    const shared = openDeals.map((line) => ({ ...line, lastReps: ['r:ana', 'r:ben'] }));
    const expected = expectedBy(standingNow({ ...rest, openDeals: shared }), TODAY + 30);
    expect(expected('r:ben')).toEqual(expected('r:ana'));
    expect(expected(TEAM).closes).toBeCloseTo(expected('r:ana').closes, 9);
  });
});

describe('for any team', () => {
  const odds = fc.record({
    next: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
    lost: fc.double({ min: 0, max: 0.3, noNaN: true }),
  });

  test('the range holds the estimate, and more weeks never bring fewer closes; the same seed says the same', () => {
    fc.assert(
      fc.property(fc.tuple(odds, odds, odds), fc.integer({ min: 1, max: 9999 }), (of, seed) => {
        const lives = livesOf({ start: START, days: 7 * 18, newDealsADay: 1, odds: of }, testRandom(seed));
        const history = input(lives, START + 7 * 18 - 1);
        const made = forecast(standingNow(history), seed);
        made?.weeks.forEach((week, at) => {
          for (const { low, expected, high } of [week.closes, week.revenue]) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(expected);
            expect(expected).toBeLessThanOrEqual(high);
          }
          const before = made.weeks[at - 1];
          if (before) expect(week.closes.expected).toBeGreaterThanOrEqual(before.closes.expected - 1e-9);
          expect(week.fromOpen).toBeLessThanOrEqual(made.openDeals);
        });
        expect(forecast(standingNow(history), seed)).toEqual(made);
      }),
      { numRuns: 8 },
    );
  });
});
