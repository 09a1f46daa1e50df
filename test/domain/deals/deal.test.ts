import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { Items, readRollup, rollUp, row, withSettings } from '../../support/trees.ts';

/** Mondays: w1 ... w16. The data begin half a year before, so that nothing here is an opening deal. */
const W = Array.from({ length: 17 }, (_, i) => new Date(Date.UTC(2026, 0, 5 + 7 * (i - 1))).toISOString().slice(0, 10));
const BEGIN = row('2025-06-02', 'Zoe', 'First of all', 'Attempt', 'Spoke');

/** `1` = Monday of week 1, `1.2` = its Wednesday, `1.2 14:30`. */
function date(when: string): string {
  const [day = '', time] = when.split(' ');
  const [week = '1', plus = '0'] = day.split('.');
  const iso = new Date(Date.UTC(2026, 0, 5 + 7 * (Number(week) - 1) + Number(plus))).toISOString().slice(0, 10);
  return time ? `${iso} ${time}` : iso;
}

const CLOSES = ['Booked', 'Invoiced', 'Paid', 'Lost', 'Cancelled', 'Refunded', 'Renewed'];

/** `1 Ask 50`, `1.2 14:30 Booked 1000 Ana;Ben`: events of one deal as rows. Without a rep: Ana. */
function events(lines: readonly string[]): Cell[][] {
  return lines.map((line) => {
    const [, when = '', what = '', amount, reps] =
      /^(\S+(?: \d\d:\d\d)?) (\S+)(?: (-?\d+|-))?(?: (\S+))?$/.exec(line) ?? [];
    if (what === '') throw new Error(`no event: ${line}`);
    const closing = CLOSES.includes(what);
    const more = amount === undefined || amount === '-' ? {} : { amount: Number(amount) };
    return row(date(when), reps ?? 'Ana', 'Acme', closing ? 'Close' : what, closing ? what : 'Spoke', more);
  });
}

interface Case {
  readonly name: string;
  readonly events: readonly string[];
  readonly settings?: Readonly<Record<string, Cell>>;
  /** Week -> the figures of the deal's Close rows that are not 0; amounts in whole units. A week left out has none. */
  readonly expected: Readonly<Record<number, Readonly<Record<string, number>>>>;
  /** Week of first contact -> cohort, `wonAmount` in whole units. */
  readonly cohorts: Readonly<Record<number, Readonly<Record<string, number>>>>;
  /** Week -> days from first contact to close. */
  readonly days?: Readonly<Record<number, number>>;
}

const COUNTED = ['closes', 'lost', 'cancelled'];
const COHORT = ['deals', 'opportunity', 'ask', 'won', 'lost'];
const MONEY = ['closeAmount', 'bookedAmount', 'invoicedAmount', 'paidAmount', 'cancelledAmount', 'renewedAmount'];

async function outcome({ events: lines, settings }: Case, rep = 't') {
  const items = new Items();
  const inputs = withSettings(settings ?? {});
  const { root } = await rollUp(items, [BEGIN, ...events(lines)], { inputs });
  const read = await readRollup(items, root);
  const expected: Record<number, Record<string, number>> = {};
  const cohorts: Record<number, Record<string, number>> = {};
  const days: Record<number, number> = {};
  W.forEach((week, i) => {
    if (i === 0) return;
    const figures = Object.entries(read.figures(week, rep))
      .filter(([figure]) => COUNTED.includes(figure) || MONEY.includes(figure))
      .map(([figure, amount]) => [figure, MONEY.includes(figure) ? amount / 100 : amount]);
    if (figures.length > 0) expected[i] = Object.fromEntries(figures);
    const { wonAmount, ...cohort } = read.cohort(week, rep);
    const counts = Object.fromEntries(Object.entries(cohort).filter(([figure]) => COHORT.includes(figure)));
    if (counts.deals) cohorts[i] = { ...counts, ...(wonAmount && { wonAmount: wonAmount / 100 }) };
    const [first, ...others] = read.daysToClose(week);
    expect(others).toEqual([]);
    if (first) days[i] = first[0];
  });
  return { expected, cohorts, days };
}

const WON = { deals: 1, opportunity: 1, ask: 1, won: 1 };

const CASES: readonly Case[] = [
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

describe('closes, losses, money and cohorts of a deal, worked by hand', () => {
  test.each(CASES)('$name', async (oneCase) => {
    const { name: _, events: __, settings: ___, days = {}, ...hand } = oneCase;
    expect(await outcome(oneCase)).toEqual({ ...hand, days });
  });
});

describe('who is credited', () => {
  const closeOf = async (lines: string[], rep: string) =>
    (await outcome({ name: '', events: lines, expected: {}, cohorts: {} }, rep)) satisfies object;

  test('a deal worked by two: the cohort is of who began, the close of who booked', async () => {
    const lines = ['1 Attempt - Ana', '2 Opportunity - Ben', '3 Booked 10 Ben'];
    expect(await closeOf(lines, 'r:ana')).toMatchObject({ expected: {}, cohorts: { 1: WON } });
    expect(await closeOf(lines, 'r:ben')).toMatchObject({ expected: { 3: { closes: 1 } }, cohorts: {} });
    expect(await closeOf(lines, 't')).toMatchObject({ expected: { 3: { closes: 1 } }, cohorts: { 1: WON } });
  });

  test('a close row naming two: one close each, one for the team', async () => {
    const lines = ['1 Attempt - Ana', '2 Booked 10 Ana;Ben'];
    for (const rep of ['r:ana', 'r:ben', 't'])
      expect((await closeOf(lines, rep)).expected).toEqual({
        2: { closes: 1, closeAmount: 10, bookedAmount: 10 },
      });
  });

  test('a name with a semicolon, known by its alias, is one name', async () => {
    const items = new Items();
    const inputs = withSettings({});
    const team = {
      ...inputs.tabs,
      Team: [
        ['Rep', 'Aliases'],
        ['Jansen; Jr', 'jj'],
      ],
    };
    const rows = [BEGIN, row(W[1] ?? '', 'jj', 'Acme', 'Close', 'Booked')];
    const { root } = await rollUp(items, rows, { inputs: { ...inputs, tabs: team } });
    expect((await readRollup(items, root)).figures(W[1] ?? '', 'r:jansen; jr')).toMatchObject({ closes: 1, rows: 1 });
  });
});

describe('opening deals', () => {
  const opening = async (lines: string[], begin: Cell[][] = []) => {
    const items = new Items();
    const { root } = await rollUp(items, [...begin, ...events(lines)]);
    return readRollup(items, root);
  };

  test('first seen above an attempt within the first 4 weeks: outside ratios and lags, their closes count', async () => {
    const read = await opening(['1 Opportunity', '6 Booked 10']);
    expect(read.figures(W[6] ?? '')).toMatchObject({ closes: 1, closeAmount: 1000 });
    expect(read.cohort(W[1] ?? '')).toEqual({});
    expect(read.daysToClose(W[6] ?? '')).toEqual([]);
  });

  test('the 4 weeks are those of the workbook, half-open; the next occurrence is no opening deal', async () => {
    const begin = [row(date('1.3'), 'Ana', 'Other', 'Administration')];
    expect((await opening(['4.6 Opportunity'], begin)).cohort(W[4] ?? '')).toEqual({});
    expect((await opening(['5 Opportunity'], begin)).cohort(W[5] ?? '')).toEqual({ deals: 1, opportunity: 1 });
    const again = await opening(['1 Opportunity', '2 Booked 10', '3 Ask 5']);
    expect(again.cohort(W[3] ?? '')).toMatchObject({ deals: 1, opportunity: 1, ask: 1 });
  });

  test('first seen as an attempt: a deal as any other', async () => {
    expect((await opening(['1 Attempt', '1.1 Ask 5'])).cohort(W[1] ?? '')).toMatchObject({ deals: 1, ask: 1 });
  });
});

describe('touches of Close rows', () => {
  test.each([
    ['the booking is a touch, its invoice and payment are not', ['1 Booked 5', '1 Invoiced 5', '1 Paid 5'], 1],
    ['an invoice that is the close is a touch', ['1 Invoiced 5', '1 Paid 5'], 1],
    ['each Lost is a selling row', ['1 Attempt', '1.1 Lost', '1.2 Lost'], 3],
    ['a Lost after the close too', ['1 Booked 5', '1.1 Lost'], 2],
    ['renewed, cancelled and refunded are none', ['1 Booked 5', '1.1 Cancelled', '1.2 Refunded', '1.3 Renewed 5'], 1],
  ])('%s', async (_, lines, touches) => {
    const items = new Items();
    const { root } = await rollUp(items, [BEGIN, ...events(lines)]);
    expect((await readRollup(items, root)).figures(W[1] ?? '')).toMatchObject({ touches, msis: touches });
  });

  test('Count multiplies them as it does all touches, and never the close', async () => {
    const items = new Items();
    const { root } = await rollUp(items, [BEGIN, row(W[1] ?? '', 'Ana', 'Acme', 'Close', 'Booked', { count: 3 })]);
    expect((await readRollup(items, root)).figures(W[1] ?? '')).toEqual({ rows: 1, touches: 3, msis: 3, closes: 1 });
  });
});
