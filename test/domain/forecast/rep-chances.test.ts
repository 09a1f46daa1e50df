import { describe, expect, test } from 'vitest';
import { openDealsAhead, repsOfOpen, teamOfOpen } from '../../../lambdas/domain/forecast/expected-closes.ts';
import type { Hazards } from '../../../lambdas/domain/forecast/hazards.ts';
import { outlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { repChances } from '../../../lambdas/domain/forecast/rep-chances.ts';
import type { StandingDeal } from '../../../lambdas/domain/forecast/standing-deal.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { START } from '../../support/deal-histories.ts';
import { dealOf, standingOf, steadyHazards } from './made-standing.ts';

const askChance = (chance: number): Hazards => steadyHazards([0, 0, chance]);
const WHO = new Map([
  ['r:ana', 0.1],
  ['r:ben', 0.3],
  ['r:cleo', 0.9],
  ['u', 0.2],
]);
/** Asks that came in on the first day to come: within a week the weekly chance. */
const ask = (reps: readonly string[], more: Partial<StandingDeal> = {}) =>
  dealOf({ since: START + 1, reps, firstReps: reps, ...more });
const ahead = (deals: readonly StandingDeal[], team = 0.4, usual = (rep: string) => (rep === 'r:ben' ? 3000 : 1000)) =>
  outlook(standingOf({ deals, usual }, { team: askChance(team), of: (rep) => askChance(WHO.get(rep) ?? 0) }), [7]);
const chancesOf = (deals: readonly StandingDeal[], team?: number) => {
  const of = repChances(ahead(deals, team));
  return deals.map((_, at) => of.within(at, 0));
};

describe('the chance of an open deal by who works it', () => {
  test('alone of its kind it is the team’s', () => {
    expect(chancesOf([ask(['r:ana'])])).toEqual([expect.closeTo(0.4, 10)]);
  });

  test('side by side: in proportion to own histories, together as the team’s', () => {
    expect(chancesOf([ask(['r:ana']), ask(['r:ben'])])).toEqual([expect.closeTo(0.2, 10), expect.closeTo(0.6, 10)]);
  });

  test('of two who work it, the mean; of nobody, that of a line of its own', () => {
    // Own 0.2, 0.2 and 0.1: together 1.2 of the team.
    const found = chancesOf([ask(['r:ana', 'r:ben']), ask([]), ask(['r:ana'])]);
    expect(found).toEqual([0.48, 0.48, 0.24].map((chance) => expect.closeTo(chance, 10)));
  });

  test('each horizon and each kind by itself', () => {
    /** This chance in the first week, that in the second. */
    const weeks = (first: number, second: number): Hazards => {
      const hazards = askChance(second);
      hazards.next[2 * 13] = first;
      return hazards;
    };
    const [team, ana, ben] = [weeks(0.4, 0.2), weeks(0.1, 0.5), weeks(0.3, 0.1)];
    const deals = [ask(['r:ana']), ask(['r:ben']), ask(['r:ana'], { since: START - 7 })];
    const standing = standingOf({ deals }, { team, of: (rep) => (rep === 'r:ben' ? ben : ana) });
    const chances = repChances(outlook(standing, [7, 14]));
    const near = (chance: number) => expect.closeTo(chance, 10);
    // Alone 0.1 and 0.3 in a week, 0.55 and 0.37 in two; the team has 0.4 and 0.52.
    expect([0, 1].map((deal) => chances.within(deal, 0))).toEqual([near(0.2), near(0.6)]);
    expect([0, 1].map((deal) => chances.within(deal, 1))).toEqual([
      near((0.55 * 1.04) / 0.92),
      near((0.37 * 1.04) / 0.92),
    ]);
    // The one of its kind has what the team's history gives it.
    const [week = 0, two = 0] = outlook(standing, [7, 14]).deals[2]?.within ?? [];
    expect([chances.within(2, 0), chances.within(2, 1)]).toEqual([near(week), near(two)]);
    expect(two).toBeGreaterThan(week);
  });

  test('never above certainty', () => {
    expect(chancesOf([ask(['r:cleo']), ask(['r:ana'])], 0.9)[0]).toBe(1);
  });

  test('deals of another week or step are another kind', () => {
    // The first and the third at the end of their first week there, the second beyond it.
    const found = chancesOf(
      [-6, -7, -6].map((days, at) => ask([at === 0 ? 'r:ana' : 'r:ben'], { since: START + days })),
    );
    expect(found[1]).toBeCloseTo(0.4, 10);
    expect(found[2]).toBeCloseTo(3 * (found[0] ?? 0), 10);
    expect(chancesOf([ask(['r:ana']), ask(['r:ben'], { step: 1 })])).toEqual([expect.closeTo(0.4, 10), 0]);
  });

  test('where no rep has a close, as the team’s', () => {
    expect(chancesOf([ask(['r:dan']), ask(['r:eve'])])).toEqual([expect.closeTo(0.4, 10), expect.closeTo(0.4, 10)]);
  });
});

describe('what open deals are expected to bring', () => {
  const deals = [ask(['r:ana'], { amount: 500 }), ask(['r:ana', 'r:ben'], { firstReps: ['r:cleo'] }), ask([])];
  // Own 0.1, 0.2 and 0.2, so 0.24, 0.48 and 0.48; 500, the mean of 1000 and 3000, and the usual 1000.
  const near = (closes: number, revenue: number) => ({
    closes: Float64Array.of(closes).map(() => closes),
    revenue: Float64Array.of(revenue),
  });
  const rounded = (of: ReturnType<typeof teamOfOpen> | undefined) =>
    of && {
      closes: of.closes.map((x) => Math.round(x * 1e9) / 1e9),
      revenue: of.revenue.map((x) => Math.round(x * 1e6) / 1e6),
    };

  test('the team: each deal once', () => {
    expect(rounded(teamOfOpen(ahead(deals)))).toEqual(near(1.2, 0.4 * (500 + 2000 + 1000)));
    expect(teamOfOpen(ahead([]))).toEqual(near(0, 0));
  });

  test.each([
    ['Booker', { 'r:ana': [0.72, 120 + 960], 'r:ben': [0.48, 960], u: [0.48, 480] }],
    ['Originator', { 'r:ana': [0.72, 120], 'r:ben': [0.48, 0], 'r:cleo': [0, 960], u: [0.48, 480] }],
    ['Both', { 'r:ana': [0.72, 120 + 960], 'r:ben': [0.48, 960], 'r:cleo': [0, 960], u: [0.48, 480] }],
  ] as const)('by rep where revenue goes to the %s', (goesTo, expected) => {
    const found = [...repsOfOpen(ahead(deals), goesTo)].map(([rep, of]) => [rep, rounded(of)]);
    const wanted = Object.entries(expected).map(([rep, [closes, revenue]]) => [rep, near(closes, revenue)]);
    expect(new Map(found as [string, unknown][])).toEqual(new Map(wanted as [string, unknown][])); // pairs by their making
  });

  test('through a day: by the end of it, once for all days, in any order', () => {
    const standing = standingOf({ deals: [ask(['r:ana'])] }, { team: askChance(0.7), of: () => askChance(0.7) });
    const {
      through,
      reps,
      ahead: reckoned,
    } = openDealsAhead(standing, [START + 7, START + 1, START + 7, START, START + 4]);
    expect(reckoned.horizons).toEqual([1, 4, 7]);
    expect([...reps.keys()]).toEqual(['r:ana']);
    // A tenth of all on each day of the week.
    const closes = [START + 1, START + 4, START + 7].map((day) => through(TEAM, day).closes);
    expect(closes).toEqual([0.1, 0.4, 0.7].map((of) => expect.closeTo(of, 10)));
    expect(through('r:ana', START + 4).revenue).toBeCloseTo(400, 8);
    expect(through('r:ben', START + 4)).toEqual({ closes: 0, revenue: 0 });
    // Days that have passed bring nothing, whether asked for or not.
    expect([through(TEAM, START), through(TEAM, START - 9)]).toEqual([
      { closes: 0, revenue: 0 },
      { closes: 0, revenue: 0 },
    ]);
    expect(() => through(TEAM, START + 2)).toThrow(`Day ${START + 2} was not asked for: name it when reckoning ahead.`);
    expect(() => through(TEAM, START + 1)).not.toThrow();
  });

  test('no day to come was asked for: one day ahead, for whoever asks for deals alone', () => {
    expect(openDealsAhead(standingOf(), [START]).ahead.horizons).toEqual([1]);
    expect(() => openDealsAhead(standingOf(), []).through(TEAM, START + 1)).toThrow('was not asked for');
  });
});
