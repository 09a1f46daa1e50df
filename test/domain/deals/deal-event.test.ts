import { describe, expect, test } from 'vitest';
import {
  byTime,
  type DealEvent,
  dealEventOf,
  decodeEvent,
  encodeEvent,
} from '../../../lambdas/domain/deals/deal-event.ts';
import { type Cells, day, GOOD, reading } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const eventOf = (cells: Cells, unconfirmed: 'Apart' | 'Drop' = 'Apart') => {
  const { row } = reading({ ...GOOD, ...cells });
  return row && dealEventOf(row, unconfirmed);
};
/** Events have one shape: what is absent is written down. */
const PLAIN = {
  ...{ day: MONDAY, minute: undefined, close: undefined, amount: undefined, count: undefined },
  ...{ reps: ['r:jane'], prospect: 'Acme', deal: '', next: undefined },
};

describe('what a row says of its deal', () => {
  test.each<[string, Cells, object | undefined]>([
    ['an MSI', {}, { kind: 'follow-up' }],
    ['an ask with its amount', { activity: 'Ask', amount: 5 }, { kind: 'ask', amount: 500 }],
    ['an ask without one', { activity: 'Ask' }, { kind: 'ask' }],
    ['at a time', { date: MONDAY + 0.5 }, { kind: 'follow-up', minute: 720 }],
    ['a close', { activity: 'Close', outcome: 'Booked', count: 1 }, { kind: 'close', close: 'booked' }],
    [
      'that stands for several',
      { activity: 'Close', outcome: 'Lost', count: 3 },
      { kind: 'close', close: 'lost', count: 3 },
    ],
    ['several calls are one event', { count: 26 }, { kind: 'follow-up' }],
    ['a next step', { nextStep: 'Call' }, { kind: 'follow-up', next: { text: 'Call', due: undefined } }],
    ['a day alone', { nextStepDate: MONDAY + 2 }, { kind: 'follow-up', next: { text: '', due: MONDAY + 2 } }],
    ['no MSI', { outcome: 'Left a message' }, undefined],
    [
      'none, but a next step',
      { outcome: 'Left a message', nextStep: 'Call' },
      { kind: 'note', next: { text: 'Call', due: undefined } },
    ],
    ['support', { activity: 'Administration', nextStep: 'Call' }, undefined],
    ['nobody', { rep: '' }, { kind: 'follow-up', reps: [] }],
  ])('%s', (_, cells, expected) => {
    expect(eventOf(cells)).toStrictEqual(expected && { ...PLAIN, ...expected });
  });

  test('as much of a next step as a report shows', () => {
    const { row } = reading(GOOD);
    expect(row && dealEventOf({ ...row, nextStep: 'x'.repeat(300) }, 'Apart')?.next?.text).toBe('x'.repeat(200));
  });

  test('an attempt without outcome is none where the settings drop it', () => {
    expect(eventOf({ activity: 'Attempt' }, 'Drop')).toBeUndefined();
    expect(eventOf({ activity: 'Attempt' })).toMatchObject({ kind: 'attempt' });
  });
});

describe('events as text', () => {
  const full: DealEvent = { ...PLAIN, kind: 'close', close: 'refunded', minute: 0, amount: 0, count: 2, deal: 'Pumps' };
  test.each<[string, DealEvent]>([
    ['all there is', { ...full, reps: ['r:a;b', 'r:c'], next: { text: 'Call', due: MONDAY } }],
    ['a next step without a day', { ...full, next: { text: '', due: undefined } }],
    ['no more than must be', { ...PLAIN, kind: 'attempt', reps: [] }],
    ['a note', { ...PLAIN, kind: 'note', next: { text: '', due: MONDAY } }],
    ['a first close', { ...PLAIN, kind: 'close', close: 'booked' }],
    ['a last one', { ...PLAIN, kind: 'close', close: 'renewed', amount: -7 }],
  ])('come back: %s', (_, event) => {
    expect(decodeEvent(encodeEvent(event))).toStrictEqual(event);
  });
});

test('events of one day stand in the way of a sale; a time tells more, and a close without one ends the day', () => {
  const at = (kind: DealEvent['kind'], more: Partial<DealEvent> = {}): DealEvent => ({ ...PLAIN, kind, ...more });
  const inOrder = [
    at('close', { close: 'renewed', day: MONDAY - 1 }),
    at('note'),
    at('attempt'),
    at('follow-up'),
    at('opportunity'),
    at('ask'),
    at('ask', { minute: 0 }),
    at('close', { close: 'booked', minute: 600 }),
    at('note', { minute: 601 }),
    at('attempt', { minute: 601 }),
    at('close', { close: 'lost', minute: 601 }),
    at('close', { close: 'booked' }),
    at('close', { close: 'paid' }),
    at('close', { close: 'renewed' }),
    at('attempt', { day: MONDAY + 1 }),
  ];
  // Sorting is stable: from the other end every pair has to be turned.
  expect(inOrder.toReversed().sort(byTime)).toEqual(inOrder);
});
