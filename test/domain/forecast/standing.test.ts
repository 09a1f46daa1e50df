import { describe, expect, test } from 'vitest';
import { outlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { pastOf } from '../../../lambdas/domain/forecast/past.ts';
import { sameDayShares } from '../../../lambdas/domain/forecast/same-day.ts';
import { hasCloses, standingNow, standingThen } from '../../../lambdas/domain/forecast/standing.ts';
import { standingDeal, standingDealsAt, workersOf } from '../../../lambdas/domain/forecast/standing-deal.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, type Life, START } from '../../support/deal-histories.ts';
import { countsIn, dealOf, standingOf, steadyHazards } from './made-standing.ts';

const linesOf = (lives: readonly Life[], day: number) => {
  const { openDeals, decidedDeals } = historyOf(lives, day);
  return [...openDeals, ...decidedDeals];
};

describe('an open deal', () => {
  const line = (life: Life) => standingDeal(linesOf([life], START + 50)[0] ?? expect.unreachable());
  test.each<[string, Life, object]>([
    ['attempt', { reached: [START] }, { step: 0, since: START }],
    ['opportunity', { reached: [START, START + 3], amount: 5 }, { step: 1, since: START + 3, amount: 5 }],
    ['ask', { reached: [START, START, START + 9], amount: 0 }, { step: 2, since: START + 9, amount: 0 }],
  ])('%s, and what is known of it', (_, life, expected) => {
    expect(line({ ...life, rep: 'ana' })).toStrictEqual({
      firstReps: ['r:ana'],
      reps: ['r:ana'],
      learnedFrom: true,
      ...expected,
    });
  });

  test('nothing is learned from opening deals, nor from orders that can’t be', () => {
    const marks = [{ opening: true }, { closedFirst: true }, {}];
    expect(marks.map((of) => line({ reached: [START], marks: of }).learnedFrom)).toEqual([false, false, true]);
  });

  test('who works it: those named, else a line of its own', () => {
    expect([workersOf(dealOf({ reps: ['r:a', 'r:b'] })), workersOf(dealOf({ reps: [] }))]).toEqual([
      ['r:a', 'r:b'],
      ['u'],
    ]);
  });

  test('put back to a day: lost ones too, an amount only after the ask, and steps of that very day not yet', () => {
    const lost: Life = { reached: [START, START + 2, START + 4], end: { day: START + 6, how: 'lost' }, amount: 9 };
    const at = (day: number) =>
      standingDealsAt(linesOf([lost], START + 30), START + day).map(({ step, since, amount }) => [
        step,
        since - START,
        amount,
      ]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(at)).toEqual([
      [],
      [[0, 0, undefined]],
      [[0, 0, undefined]],
      [[1, 2, undefined]],
      [[1, 2, undefined]],
      [[2, 4, 9]],
      [[2, 4, 9]],
      [],
    ]);
  });
});

describe('how things stand', () => {
  const won = (day: number, amount?: number): Life => ({
    reached: [START, START, START],
    end: { day, how: 'won' },
    ...(amount !== undefined && { amount }),
  });
  const lives = [
    won(START + 9, 100),
    won(START + 10, 200),
    won(START + 11, 300),
    won(START + 3, 0),
    won(START + 3),
    { ...won(START + 3, 400), end: { day: START + 3, how: 'lost' as const } },
    { reached: [START + 1], amount: 700 } satisfies Life,
  ];

  test('now: the open deals, from the day after the last one known; won with an amount', () => {
    const standing = standingNow(historyOf(lives, START + 20));
    expect([standing.from, standing.deals.map(({ step, since }) => [step, since])]).toEqual([
      START + 21,
      [[0, START + 1]],
    ]);
    expect(standing.won.map(({ amount }) => amount)).toEqual([100, 200, 300]);
  });

  test('then: as when that day began', () => {
    const standing = standingThen(pastOf(historyOf(lives, START + 20)), START + 10);
    expect(standing.won.map(({ amount }) => amount)).toEqual([100]);
    expect([standing.from, standing.deals.map(({ step }) => step).sort()]).toEqual([START + 10, [0, 2, 2]]);
  });

  test.each([
    ['none', countsIn(2, 0, 0, 5, 9), 0, false],
    ['only steps before the ask were left for the next', countsIn(1, 60, 4, 0, 9), 0, false],
    ['a first ask was booked', countsIn(2, 0, 1, 0, 9), 0, true],
    ['a very old ask was booked', countsIn(2, 60, 1, 0, 9), 0, true],
    ['orders without contact', countsIn(2, 0, 0, 0, 0), 0.1, true],
  ])('whether there are closes to forecast from: %s', (_, teamCounts, closedFirst, expected) => {
    const coming = new Map([[TEAM, { perWeek: 1, doubt: 0, unevenness: 0, closedFirst }]]);
    expect(hasCloses(standingOf({ coming }, { teamCounts }))).toBe(expected);
    if (closedFirst === 0) expect(hasCloses(standingOf({}, { teamCounts }))).toBe(expected);
  });
});

describe('an outlook', () => {
  const usual = (rep: string) => ({ 'r:ana': 100, 'r:ben': 300, u: 40 })[rep] ?? 0;
  test('each deal with its age at the end of the last day known, its chance, and its amount or the usual one', () => {
    const deals = [
      dealOf({ since: START - 6 }),
      dealOf({ since: START + 1, amount: 0 }),
      dealOf({ reps: ['r:ana', 'r:ben'] }),
      dealOf({ reps: [] }),
    ];
    const found = outlook(standingOf({ deals, usual }, { team: steadyHazards([0, 0, 0.7]) }), [7]);
    expect(found.deals.map(({ age, amount }) => [age, amount])).toEqual([
      [6, 100],
      [-1, 0],
      [0, 200],
      [0, 40],
    ]);
    expect(found.deals.map(({ deal }) => deal)).toEqual(deals);
    // A week is to come of either; on the second day six sevenths of a week, and one of the next.
    expect(found.deals[0]?.within[0]).toBeCloseTo(0.7, 12);
    expect(found.deals[1]?.within[0]).toBeCloseTo(0.7, 12);
    expect(found.deals[2]?.within[0]).toBeCloseTo(0.6 / 0.9 + (0.3 / 0.9) * 0.1, 12);
  });

  test('a rep’s chances are made once', () => {
    const { ofRep } = outlook(standingOf({}, { of: () => steadyHazards([0, 0, 0.5]) }), [7]);
    expect(ofRep('r:ana').within(2, -1)[0]).toBeCloseTo(0.5, 12);
    expect(ofRep('r:ana')).toBe(ofRep('r:ana'));
  });
});

describe('the share of those that leave on the day they came', () => {
  const shares = (lives: readonly Life[], from = START + 99) => sameDayShares(linesOf(lives, START + 98), from);
  const step = (days: number): Life => ({ reached: [START, START + days] });

  test('within seven days: the sixth day after counts, the seventh is of another week', () => {
    expect(shares([step(0), step(6), step(7)])[0]).toBe(1 / 2);
    expect(shares([step(0), step(3), step(5)], START + 5)[0]).toBe(1 / 2);
  });

  test('a booked ask leaves it, a lost one does not; opening deals and orders without contact teach nothing', () => {
    const asked = (end?: Life['end'], marks: Life['marks'] = {}): Life => ({
      reached: [START, START, START],
      ...(end && { end }),
      marks,
    });
    const won = { day: START, how: 'won' } as const;
    expect(
      shares([asked(won), asked({ day: START + 1, how: 'won' }), asked({ day: START, how: 'lost' }), asked()])[2],
    ).toBe(1 / 2);
    expect(shares([asked(won, { opening: true }), asked(won, { closedFirst: true })])).toEqual([1 / 7, 1 / 7, 1 / 7]);
  });
});
