import { describe, test } from 'vitest';
import { type DealCase, expectByHand, WON } from '../../support/one-deal.ts';

const CASES: readonly DealCase[] = [
  {
    name: 'booked, invoiced and paid in three weeks is one close, at the booking',
    events: ['1 Attempt', '2 Ask 900', '3 Booked 1000', '4 Invoiced 1100', '5 Paid 1100'],
    expected: {
      3: { closes: 1, closeAmount: 1000, bookedAmount: 1000 },
      4: { invoicedAmount: 1100 },
      5: { paidAmount: 1100 },
    },
    cohorts: { 1: { ...WON, wonAmount: 1000 } },
    days: { 3: 14 },
  },
  {
    name: 'without the booking row the close moves to the invoice, with its amount',
    events: ['1 Attempt', '2 Ask 900', '4 Invoiced 1100', '5 Paid 1100'],
    expected: { 4: { closes: 1, closeAmount: 1100, invoicedAmount: 1100 }, 5: { paidAmount: 1100 } },
    cohorts: { 1: { ...WON, wonAmount: 1100 } },
    days: { 4: 21 },
  },
  {
    name: 'a close counts when booked: an invoice alone is none',
    settings: { 'Close counts when': 'Booked' },
    events: ['1 Attempt', '2 Invoiced 10', '3 Booked 20', '4 Paid 20'],
    expected: {
      2: { invoicedAmount: 10 },
      3: { closes: 1, closeAmount: 20, bookedAmount: 20 },
      4: { paidAmount: 20 },
    },
    cohorts: { 1: { ...WON, wonAmount: 20 } },
    days: { 3: 14 },
  },
  {
    name: 'a payment that does not count is no MSI: the deal begins with the first contact',
    settings: { 'Close counts when': 'Booked' },
    events: ['1 Paid 500', '5 Attempt', '6 Booked 20', '7 Paid 20'],
    expected: {
      1: { paidAmount: 500 },
      6: { closes: 1, closeAmount: 20, bookedAmount: 20 },
      7: { paidAmount: 20 },
    },
    cohorts: { 5: { ...WON, wonAmount: 20 } },
    days: { 6: 7 },
  },
  {
    name: 'nor does one that no contact follows: the booking is an order without any',
    settings: { 'Close counts when': 'Booked' },
    events: ['1 Paid 500', '3 Booked 20'],
    expected: { 1: { paidAmount: 500 }, 3: { closes: 1, closeAmount: 20, bookedAmount: 20 } },
    cohorts: { 3: { ...WON, wonAmount: 20 } },
  },
  {
    name: 'a paid sale waits for no invoice: after new contact it closes what that began',
    events: ['1 Attempt', '2 Paid 10', '3 Attempt', '4 Invoiced 20'],
    expected: {
      2: { closes: 1, closeAmount: 10, paidAmount: 10 },
      4: { closes: 1, closeAmount: 20, invoicedAmount: 20 },
    },
    cohorts: { 1: { ...WON, wonAmount: 10 }, 3: { ...WON, wonAmount: 20 } },
    days: { 2: 7, 4: 7 },
  },
  {
    name: 'a close counts when invoiced',
    settings: { 'Close counts when': 'Invoiced' },
    events: ['1 Attempt', '2 Booked 10', '3 Invoiced 20', '4 Paid 30'],
    expected: {
      2: { bookedAmount: 10 },
      3: { closes: 1, closeAmount: 20, invoicedAmount: 20 },
      4: { paidAmount: 30 },
    },
    cohorts: { 1: { ...WON, wonAmount: 20 } },
    days: { 3: 14 },
  },
  {
    name: 'a close counts when paid; two instalments are one close',
    settings: { 'Close counts when': 'Paid' },
    events: ['1 Attempt', '2 Booked 30', '3 Invoiced 30', '4 Paid 10', '5 Paid 20'],
    expected: {
      2: { bookedAmount: 30 },
      3: { invoicedAmount: 30 },
      4: { closes: 1, closeAmount: 10, paidAmount: 10 },
      5: { paidAmount: 20 },
    },
    cohorts: { 1: { ...WON, wonAmount: 10 } },
    days: { 4: 21 },
  },
  {
    name: 'booked, and not yet paid where only payment counts: open, but an ask was certainly made',
    settings: { 'Close counts when': 'Paid' },
    events: ['1 Attempt', '2 Booked 30'],
    expected: { 2: { bookedAmount: 30 } },
    cohorts: { 1: { deals: 1, opportunity: 1, ask: 1 } },
  },
  {
    name: 'a customer who buys again without a deal name: the second booking is a second close',
    events: ['1 Attempt', '2 Booked 10', '5 Booked 20'],
    expected: {
      2: { closes: 1, closeAmount: 10, bookedAmount: 10 },
      5: { closes: 1, closeAmount: 20, bookedAmount: 20 },
    },
    cohorts: { 1: { ...WON, wonAmount: 10 }, 5: { ...WON, wonAmount: 20 } },
    days: { 2: 7 },
  },
  {
    name: 'the payment of the first sale after contact for a second one began is no second close',
    events: ['1 Attempt', '2 Booked 10', '3 Attempt', '4 Paid 10', '5 Booked 20'],
    expected: {
      2: { closes: 1, closeAmount: 10, bookedAmount: 10 },
      4: { paidAmount: 10 },
      5: { closes: 1, closeAmount: 20, bookedAmount: 20 },
    },
    cohorts: { 1: { ...WON, wonAmount: 10 }, 3: { ...WON, wonAmount: 20 } },
    days: { 2: 7, 5: 14 },
  },
  {
    name: 'a sale that is paid waits for no invoice: an invoice after new contact closes the second sale',
    events: ['1 Attempt', '2 Booked 10', '3 Paid 10', '4 Attempt', '6 Invoiced 20'],
    expected: {
      2: { closes: 1, closeAmount: 10, bookedAmount: 10 },
      3: { paidAmount: 10 },
      6: { closes: 1, closeAmount: 20, invoicedAmount: 20 },
    },
    cohorts: { 1: { ...WON, wonAmount: 10 }, 4: { ...WON, wonAmount: 20 } },
    days: { 2: 7, 6: 14 },
  },
  {
    name: 'a cancelled sale waits for no payment: a payment after new contact closes the second sale',
    events: ['1 Attempt', '2 Booked 10', '3 Cancelled 10', '4 Attempt', '6 Paid 20'],
    expected: {
      2: { closes: 1, closeAmount: 10, bookedAmount: 10 },
      3: { cancelled: 1, cancelledAmount: 10 },
      6: { closes: 1, closeAmount: 20, paidAmount: 20 },
    },
    cohorts: { 1: { ...WON, wonAmount: 10 }, 4: { ...WON, wonAmount: 20 } },
    days: { 2: 7, 6: 14 },
  },
  {
    name: 'a close without an ask: steps are filled in backwards',
    events: ['1 Attempt', '2 Booked 10'],
    expected: { 2: { closes: 1, closeAmount: 10, bookedAmount: 10 } },
    cohorts: { 1: { ...WON, wonAmount: 10 } },
    days: { 2: 7 },
  },
  {
    name: 'a step back does not undo a step',
    events: ['1 Ask 5', '2 Opportunity', '3 Attempt'],
    expected: {},
    cohorts: { 1: { deals: 1, opportunity: 1, ask: 1 } },
  },
  {
    name: 'a blank amount is no revenue, and still a close',
    events: ['1 Attempt', '2 Booked', '3 Refunded 50'],
    expected: { 2: { closes: 1 }, 3: { cancelled: 1 } },
    cohorts: { 1: WON },
    days: { 2: 7 },
  },
  {
    name: 'a close before first contact: no days to close, and the contact begins another deal',
    events: ['1 Booked 10', '2 Attempt'],
    expected: { 1: { closes: 1, closeAmount: 10, bookedAmount: 10 } },
    cohorts: { 1: { ...WON, wonAmount: 10 }, 2: { deals: 1 } },
  },
  {
    name: 'all on one day: the way of a sale, whatever the order of rows',
    events: ['1 Paid 10', '1 Booked 10', '1 Ask 10', '1 Attempt', '1 Invoiced 10'],
    expected: { 1: { closes: 1, closeAmount: 10, bookedAmount: 10, invoicedAmount: 10, paidAmount: 10 } },
    cohorts: { 1: { ...WON, wonAmount: 10 } },
    days: { 1: 0 },
  },
  {
    name: 'one day, the close typed without a time comes after the calls that have one',
    events: ['1 10:00 Attempt', '1 11:30 Ask 10', '1 Booked 10'],
    expected: { 1: { closes: 1, closeAmount: 10, bookedAmount: 10 } },
    cohorts: { 1: { ...WON, wonAmount: 10 } },
    days: { 1: 0 },
  },
  {
    name: 'one day, in order of time: sold at ten, called about another deal at noon',
    events: ['1 09:00 Attempt', '1 10:00 Booked 10', '1 12:00 Attempt'],
    expected: { 1: { closes: 1, closeAmount: 10, bookedAmount: 10 } },
    cohorts: { 1: { ...WON, deals: 2, wonAmount: 10 } },
    days: { 1: 0 },
  },
];

describe('closes, money and cohorts of a deal, worked by hand', () => {
  test.each(CASES)('$name', expectByHand);
});
