import { describe, expect, test } from 'vitest';
import { foldDeal } from '../../../lambdas/domain/deals/deal.ts';
import type { DealEvent } from '../../../lambdas/domain/deals/deal-event.ts';
import { contributionsOf, isOpeningDeal } from '../../../lambdas/domain/deals/deal-figures.ts';
import { openOccurrence } from '../../../lambdas/domain/deals/occurrence.ts';
import type { Settings } from '../../../lambdas/domain/inputs/settings.ts';
import { day } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const on = (after: number, kind: DealEvent['kind'], more: Partial<DealEvent> = {}): DealEvent => ({
  ...{ day: MONDAY + after, kind, reps: ['r:ana'], prospect: 'Acme', deal: '' },
  ...more,
});
const close = (after: number, what: DealEvent['close'] & string, more: Partial<DealEvent> = {}): DealEvent =>
  on(after, 'close', { close: what, ...more });
const fold = (events: readonly DealEvent[], counts: Settings['closeCountsWhen'] = 'First') => foldDeal(events, counts);
const whatOf = (...events: readonly DealEvent[]) => fold(events).decisions.map(({ what }) => what);

describe('one run of a deal', () => {
  test('goes on by steps, which are never taken back, and a later one implies those before', () => {
    const [deal] = fold([on(0, 'attempt'), on(2, 'ask'), on(3, 'opportunity'), on(4, 'follow-up')]).occurrences;
    expect(deal).toMatchObject({ step: 'ask', reached: [MONDAY, MONDAY + 2, MONDAY + 2], msis: 4, state: 'open' });
    const [slow] = fold([on(0, 'attempt'), on(1, 'opportunity'), on(5, 'opportunity'), on(6, 'ask')]).occurrences;
    expect(slow?.reached).toEqual([MONDAY, MONDAY + 1, MONDAY + 6]);
    const [followed] = fold([on(0, 'follow-up'), on(1, 'follow-up')]).occurrences;
    expect(followed).toMatchObject({ step: 'attempt', reached: [MONDAY] });
    expect(followed?.reached).toHaveLength(1);
  });

  test('has the amount of the last ask that names one', () => {
    const amountOf = (...events: DealEvent[]) => fold(events).occurrences[0]?.askAmount;
    expect(amountOf(on(0, 'ask', { amount: 5 }), on(1, 'ask', { amount: 7 }), on(2, 'ask'))).toBe(7);
    expect(amountOf(on(0, 'opportunity', { amount: 5 }))).toBeUndefined();
    expect(amountOf(on(0, 'ask', { amount: 5 }), on(1, 'follow-up', { amount: 9 }))).toBe(5);
  });

  test('is who works it, since when and from which step', () => {
    const [deal] = fold([
      on(0, 'attempt'),
      on(1, 'ask'),
      on(2, 'follow-up', { reps: ['r:ben', 'r:ana'] }),
      on(3, 'ask', { reps: [] }),
    ]).occurrences;
    expect([...(deal?.entered ?? [])]).toEqual([
      ['r:ana', { step: 'attempt', day: MONDAY }],
      ['r:ben', { step: 'ask', day: MONDAY + 2 }],
    ]);
    expect(deal?.lastReps).toEqual(['r:ben', 'r:ana']);
  });

  test('that is lost is open again with the next MSI, not with a note', () => {
    const states = (...events: DealEvent[]) => fold(events).occurrences.map(({ state }) => state);
    const lost = [on(0, 'ask'), close(1, 'lost')];
    expect(states(...lost)).toEqual(['lost']);
    expect(states(...lost, on(2, 'note', { next: { text: 'Call' } }))).toEqual(['lost']);
    expect(states(...lost, on(2, 'follow-up'))).toEqual(['open']);
    expect(states(on(0, 'ask'), close(1, 'booked'), on(2, 'follow-up'))).toEqual(['won']);
    expect(states(on(0, 'ask'), close(1, 'booked'), on(2, 'attempt'))).toEqual(['won', 'open']);
    expect(states(on(0, 'note'))).toEqual([]);
  });
});

describe('a next step', () => {
  const slips = (...steps: readonly (readonly [on: number, due?: number])[]) =>
    fold(
      steps.map(([at, due]) =>
        on(at, 'follow-up', { next: { text: 'Call', ...(due !== undefined && { due: MONDAY + due }) } }),
      ),
    ).occurrences[0]?.slips;
  test.each<[string, readonly (readonly [number, number?])[], number]>([
    [
      'put off before its day',
      [
        [0, 5],
        [1, 9],
      ],
      1,
    ],
    [
      'put off twice',
      [
        [0, 5],
        [1, 9],
        [2, 12],
      ],
      2,
    ],
    [
      'put off on its day: that was kept',
      [
        [0, 5],
        [5, 9],
      ],
      0,
    ],
    [
      'put off after it',
      [
        [0, 5],
        [6, 9],
      ],
      0,
    ],
    [
      'drawn nearer',
      [
        [0, 5],
        [1, 3],
      ],
      0,
    ],
    [
      'said again',
      [
        [0, 5],
        [1, 5],
      ],
      0,
    ],
    ['that gets a day', [[0], [1, 5]], 0],
    ['that loses its day', [[0, 5], [1]], 0],
  ])('%s', (_, steps, expected) => {
    expect(slips(...steps)).toBe(expected);
  });

  test('stays until there is another', () => {
    const [deal] = fold([on(0, 'ask', { next: { text: 'Call' } }), on(1, 'follow-up')]).occurrences;
    expect(deal?.nextStep).toEqual({ text: 'Call', on: MONDAY });
    const [noted] = fold([on(0, 'ask'), on(1, 'note', { next: { text: 'Write', due: MONDAY + 9 } })]).occurrences;
    expect(noted).toMatchObject({
      nextStep: { text: 'Write', on: MONDAY + 1, due: MONDAY + 9 },
      msis: 1,
      lastMsi: MONDAY,
    });
  });
});

describe('what Close rows decide', () => {
  test('a second loss and what comes of it', () => {
    expect(whatOf(on(0, 'ask'), close(1, 'lost'), close(2, 'lost'))).toEqual(['lost', 'later']);
    expect(whatOf(on(0, 'ask'), close(1, 'booked'), close(2, 'lost'))).toEqual(['close', 'later']);
    expect(whatOf(close(0, 'lost'))).toEqual(['lost']);
  });

  test('a sale by its booking, its invoice and its payment is one; another booking is another', () => {
    expect(whatOf(on(0, 'ask'), close(1, 'booked'), close(2, 'invoiced'), close(3, 'paid'))).toEqual([
      'close',
      'later',
      'later',
    ]);
    expect(whatOf(close(0, 'booked'), close(1, 'booked'))).toEqual(['close', 'close']);
    expect(whatOf(close(0, 'invoiced'), close(1, 'invoiced'))).toEqual(['close', 'later']);
    expect(whatOf(close(0, 'invoiced'), close(1, 'booked'))).toEqual(['close', 'close']);
    const { occurrences } = fold([close(0, 'booked'), close(1, 'booked'), close(2, 'invoiced'), close(3, 'invoiced')]);
    expect(occurrences.map(({ dates }) => dates)).toEqual([
      { booked: MONDAY, invoiced: MONDAY + 2 },
      { booked: MONDAY + 1, invoiced: MONDAY + 3 },
    ]);
  });

  test('where only payment counts, a booking is an ask, and an invoice tells that there was one', () => {
    const [booked] = fold([on(0, 'attempt'), close(1, 'booked', { amount: 5 })], 'Paid').occurrences;
    expect(booked).toMatchObject({ state: 'open', step: 'ask', msis: 2, askAmount: 5, lastMsi: MONDAY + 1 });
    const [invoiced] = fold([on(0, 'attempt'), close(1, 'invoiced', { amount: 5 })], 'Paid').occurrences;
    expect(invoiced).toMatchObject({ state: 'open', step: 'ask', msis: 1, lastMsi: MONDAY });
    expect(invoiced?.askAmount).toBeUndefined();
    // A deal begins with the booking of something, not with an invoice of what no row tells of.
    expect(fold([close(0, 'booked')], 'Paid').occurrences).toHaveLength(1);
    expect(fold([close(0, 'invoiced')], 'Paid')).toMatchObject({ occurrences: [], decisions: [{ what: 'later' }] });
  });

  test('a cancellation is of the whole sale, and a second one of nothing more', () => {
    const sale = close(0, 'booked', { amount: 10 });
    expect(fold([sale, close(1, 'cancelled', { amount: 4 }), close(2, 'cancelled')]).decisions.slice(1)).toMatchObject([
      { what: 'cancelled', amount: 4, first: true, originators: ['r:ana'] },
      { what: 'cancelled', amount: 6, first: false },
    ]);
    expect(fold([sale, close(1, 'refunded', { amount: -4 })]).decisions[1]).toMatchObject({ amount: 4, first: false });
  });

  test('nothing is taken back of what was not sold', () => {
    expect(whatOf(on(0, 'ask'), close(1, 'cancelled'), close(2, 'renewed'))).toEqual(['later', 'renewed']);
    expect(whatOf(close(0, 'booked', { amount: 5 }), close(1, 'refunded'), close(2, 'paid'))).toEqual([
      'close',
      'cancelled',
      'later',
    ]);
  });
});

describe('what a deal adds to the figures', () => {
  const added = (events: readonly DealEvent[], counts: Settings['closeCountsWhen'] = 'First') =>
    contributionsOf(fold(events, counts), 'Booker').map(({ event, figures }) => [
      event.day - MONDAY,
      Object.fromEntries(figures),
    ]);

  test('a loss, and that it is for good for as long as nobody works the deal again', () => {
    const lost = [on(0, 'ask'), close(1, 'lost', { count: 2 })];
    expect(added(lost)).toEqual([
      [1, { touches: 2, msis: 2, lost: 1 }],
      [1, { lostForGood: 1 }],
    ]);
    expect(added([...lost, on(2, 'attempt')])).toEqual([[1, { touches: 2, msis: 2, lost: 1 }]]);
  });

  test('a close with its amount, without one, and what comes later', () => {
    expect(
      added([close(0, 'booked', { amount: 5 }), close(1, 'invoiced', { amount: 6 }), close(2, 'paid', { amount: 7 })]),
    ).toEqual([
      [0, { bookedAmount: 5, touches: 1, msis: 1, closes: 1 }],
      [0, { closeAmount: 5, closesWithAmount: 1 }],
      [1, { invoicedAmount: 6 }],
      [2, { paidAmount: 7 }],
    ]);
    expect(added([close(0, 'booked')])).toEqual([[0, { bookedAmount: 0, touches: 1, msis: 1, closes: 1 }]]);
  });

  test('a booking is a touch also where only payment counts', () => {
    expect(added([close(0, 'booked', { amount: 5 }), close(1, 'paid', { amount: 5 })], 'Paid')).toEqual([
      [0, { bookedAmount: 5, touches: 1, msis: 1 }],
      [1, { paidAmount: 5, touches: 1, msis: 1, closes: 1 }],
      [1, { closeAmount: 5, closesWithAmount: 1 }],
    ]);
  });

  test('a renewal and a cancellation', () => {
    expect(
      added([close(0, 'booked', { amount: 5 }), close(1, 'renewed', { amount: 3 }), close(2, 'cancelled')]).slice(2),
    ).toEqual([
      [1, { renewedAmount: 3 }],
      [2, { cancelled: 1 }],
      [2, { cancelledAmount: 5 }],
    ]);
  });

  test.each([
    ['attempt', 0, 0, false],
    ['follow-up', 0, 0, false],
    ['opportunity', 0, 0, true],
    ['ask', 0, 0, true],
    ['ask', 0, 1, false],
    ['ask', 7, 0, false],
  ] as const)('first seen as %s on day %d, as number %d: an opening deal is %s', (kind, after, index, opening) => {
    expect(isOpeningDeal(openOccurrence(on(after, kind)), index, MONDAY + 7)).toBe(opening);
  });
});
