import { describe, test } from 'vitest';
import { type DealCase, expectByHand, WON } from '../../support/one-deal.ts';

const CASES: readonly DealCase[] = [
  {
    name: 'lost, open again by a follow-up, won',
    events: ['1 Attempt', '2 Lost', '3 Follow-up', '4 Booked 10'],
    expected: { 2: { lost: 1 }, 4: { closes: 1, closeAmount: 10, bookedAmount: 10 } },
    cohorts: { 1: { ...WON, wonAmount: 10 } },
    days: { 4: 21 },
  },
  {
    name: 'lost, open again by a follow-up',
    events: ['1 Opportunity', '2 Lost', '3 Follow-up'],
    expected: { 2: { lost: 1 } },
    cohorts: { 1: { deals: 1, opportunity: 1 } },
  },
  {
    name: 'lost twice is lost once',
    events: ['1 Ask 5', '2 Lost', '3 Lost'],
    expected: { 2: { lost: 1 } },
    cohorts: { 1: { deals: 1, opportunity: 1, ask: 1, lost: 1 } },
  },
  {
    name: 'cancelled in the next quarter: the close keeps its week, the cancellation has its own',
    events: ['1 Attempt', '2 Booked 1000', '14 Cancelled'],
    expected: {
      2: { closes: 1, closeAmount: 1000, bookedAmount: 1000 },
      14: { cancelled: 1, cancelledAmount: 1000 },
    },
    cohorts: { 1: { ...WON, wonAmount: 1000 } },
    days: { 2: 7 },
  },
  {
    name: 'cancelled, then refunded: taken back once, in closes and in money',
    events: ['1 Attempt', '2 Booked 1000', '3 Cancelled 1000', '4 Refunded 1000'],
    expected: {
      2: { closes: 1, closeAmount: 1000, bookedAmount: 1000 },
      3: { cancelled: 1, cancelledAmount: 1000 },
    },
    cohorts: { 1: { ...WON, wonAmount: 1000 } },
    days: { 2: 7 },
  },
  {
    name: 'a partial refund takes back money, not the close',
    events: ['1 Attempt', '2 Booked 1000', '3 Refunded 300'],
    expected: { 2: { closes: 1, closeAmount: 1000, bookedAmount: 1000 }, 3: { cancelledAmount: 300 } },
    cohorts: { 1: { ...WON, wonAmount: 1000 } },
    days: { 2: 7 },
  },
  {
    name: 'two refunds that give back everything take back the close with the second',
    events: ['1 Attempt', '2 Booked 1000', '3 Refunded 300', '4 Refunded 700'],
    expected: {
      2: { closes: 1, closeAmount: 1000, bookedAmount: 1000 },
      3: { cancelledAmount: 300 },
      4: { cancelled: 1, cancelledAmount: 700 },
    },
    cohorts: { 1: { ...WON, wonAmount: 1000 } },
    days: { 2: 7 },
  },
  {
    name: 'a refund without amount gives back everything; typed as a negative it is the same money',
    events: ['1 Attempt', '2 Booked 100', '3 Refunded', '4 Booked 80', '5 Refunded -80'],
    expected: {
      2: { closes: 1, closeAmount: 100, bookedAmount: 100 },
      3: { cancelled: 1, cancelledAmount: 100 },
      4: { closes: 1, closeAmount: 80, bookedAmount: 80 },
      5: { cancelled: 1, cancelledAmount: 80 },
    },
    cohorts: { 1: { ...WON, wonAmount: 100 }, 4: { ...WON, wonAmount: 80 } },
    days: { 2: 7 },
  },
  {
    name: 'two sales cancelled one after the other are two closes taken back',
    events: ['1 Attempt', '2 Booked 10', '3 Booked 20', '4 Cancelled', '5 Cancelled'],
    expected: {
      2: { closes: 1, closeAmount: 10, bookedAmount: 10 },
      3: { closes: 1, closeAmount: 20, bookedAmount: 20 },
      4: { cancelled: 1, cancelledAmount: 20 },
      5: { cancelled: 1, cancelledAmount: 10 },
    },
    cohorts: { 1: { ...WON, wonAmount: 10 }, 3: { ...WON, wonAmount: 20 } },
    days: { 2: 7 },
  },
  {
    name: 'a cancellation of what was never closed takes nothing back',
    events: ['1 Attempt', '2 Cancelled 10'],
    expected: {},
    cohorts: { 1: { deals: 1 } },
  },
  {
    name: 'a renewal is revenue, never a close, and begins no deal',
    events: ['3 Renewed 500', '4 Renewed 600'],
    expected: { 3: { renewedAmount: 500 }, 4: { renewedAmount: 600 } },
    cohorts: {},
  },
  {
    name: 'a renewal of a closed deal opens nothing',
    events: ['1 Attempt', '2 Booked 10', '3 Renewed 10', '4 Follow-up'],
    expected: { 2: { closes: 1, closeAmount: 10, bookedAmount: 10 }, 3: { renewedAmount: 10 } },
    cohorts: { 1: { ...WON, wonAmount: 10 } },
    days: { 2: 7 },
  },
];

describe('what is lost, cancelled, refunded or renewed, worked by hand', () => {
  test.each(CASES)('$name', expectByHand);
});
