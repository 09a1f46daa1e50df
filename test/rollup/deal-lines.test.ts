import { describe, expect, test } from 'vitest';
import { decodeDealLine, encodeDealLine } from '../../lambdas/domain/deals/deal-line.ts';
import { rolledDeals, withNextStep } from '../support/deal-lines.ts';
import { row, serial } from '../support/trees.ts';

const attempt = (date: string, rep = 'Ana') => row(date, rep, 'Acme', 'Attempt', 'Spoke');
const booked = (date: string, amount: number, rep = 'Ana') => row(date, rep, 'Acme', 'Close', 'Booked', { amount });

describe('the line of an open deal', () => {
  test('says where it stands, since when, whose it is and what it is worth', async () => {
    const { open, decided } = await rolledDeals([
      attempt('2026-01-05'),
      row('2026-01-08', 'Ben', 'ACME', 'Ask', 'Sent', { amount: 900 }),
      row('2026-01-09', 'Ben', 'Acme ', 'Follow-up', 'Spoke'),
    ]);
    expect(decided).toEqual([]);
    expect(open).toEqual([
      {
        prospect: 'Acme',
        deal: '',
        occurrence: 1,
        opening: false,
        closedFirst: false,
        // An ask implies the opportunity: that step was passed on the same day.
        reached: [serial('2026-01-05'), serial('2026-01-08'), serial('2026-01-08')],
        state: 'open',
        firstReps: ['r:ana'],
        lastReps: ['r:ben'],
        amount: 90_000,
        lastMsi: serial('2026-01-09'),
        msis: 3,
        slips: 0,
      },
    ]);
  });

  test('keeps its owner when a row names nobody, and what voicemails say of the next step', async () => {
    const { open } = await rolledDeals([
      attempt('2026-01-05'),
      row('2026-01-06', '', 'Acme', 'Follow-up', 'Spoke'),
      withNextStep(row('2026-01-07', 'Ana', 'Acme', 'Attempt', 'Left a message'), 'Call again', '2026-01-12'),
    ]);
    expect(open).toMatchObject([
      {
        lastReps: ['r:ana'],
        lastMsi: serial('2026-01-06'),
        msis: 2,
        nextStep: { text: 'Call again', on: serial('2026-01-07'), due: serial('2026-01-12') },
      },
    ]);
  });

  test('counts how often a dated step was put off before its day, not what was planned after it', async () => {
    const { open } = await rolledDeals([
      withNextStep(attempt('2026-01-05'), 'Visit', '2026-01-08'),
      withNextStep(attempt('2026-01-07'), 'Visit', '2026-01-15'), // put off
      withNextStep(attempt('2026-01-15'), 'Visit again', '2026-01-22'), // taken, and the next one
      withNextStep(attempt('2026-01-16'), 'Visit again', '2026-01-19'), // brought forward
    ]);
    expect(open).toMatchObject([{ slips: 1 }]);
  });

  test('a lost deal that is worked again is open; one that is lost again is decided once', async () => {
    const lost = (date: string) => row(date, 'Ana', 'Acme', 'Close', 'Lost');
    const again = await rolledDeals([attempt('2026-01-05'), lost('2026-01-12'), attempt('2026-01-20')]);
    expect([again.open.length, again.decided.length]).toEqual([1, 0]);
    const over = await rolledDeals([
      attempt('2026-01-05'),
      lost('2026-01-12'),
      attempt('2026-01-20'),
      lost('2026-01-21'),
    ]);
    expect(over.decided).toMatchObject([{ state: 'lost', decided: serial('2026-01-21') }]);
    expect(over.open).toEqual([]);
  });

  test('the next run of a deal opens after a close', async () => {
    const { open, decided } = await rolledDeals([booked('2026-01-05', 10), attempt('2026-01-12')]);
    expect(decided).toMatchObject([{ occurrence: 1, state: 'won', amount: 1000, closedFirst: true }]);
    expect(open).toMatchObject([{ occurrence: 2, reached: [serial('2026-01-12')] }]);
  });

  test.each([
    ['all there is', { nextStep: { text: 'a', on: 3, due: 9 }, amount: -5, decided: 7 }],
    ['nothing but what must be', {}],
    ['0 is an amount', { amount: 0, nextStep: { text: '', on: 1 } }],
  ])('is read as it was written: %s', (_, more) => {
    const line = {
      ...{ prospect: 'A"b', deal: '', occurrence: 1, opening: true, closedFirst: false, state: 'open' as const },
      ...{ reached: [5, 6] as [number, number], firstReps: [], lastReps: ['r:x'], lastMsi: 6, msis: 2, slips: 1 },
      ...more,
    };
    expect(decodeDealLine(encodeDealLine(line))).toEqual(line);
  });
});

describe('lags', () => {
  test('a deal leaves each step in a week of it, for whoever worked it last', async () => {
    const { week } = await rolledDeals([
      attempt('2026-01-05'), // Monday
      row('2026-01-14', 'Ana', 'Acme', 'Opportunity', 'Spoke'), // 9 days later: in the second week of the step
      booked('2026-01-30', 100, 'Ben'), // the ask is implied
    ]);
    expect(week('2026-01-12').exits).toEqual(
      new Map([...['r:ben', 't'].map((rep) => [rep, new Map([['0>1', 1]])])] as never),
    );
    expect(week('2026-01-26').exits.get('t')).toEqual(
      new Map([
        ['1>2', 1],
        ['2>0', 1],
      ]),
    );
    expect(week('2026-01-26').stepDays).toEqual(
      new Map([
        ['0:9', 1],
        ['1:16', 1],
        ['2:0', 1],
      ]),
    );
    expect(week('2026-01-26').daysToClose).toEqual(new Map([[25, 1]]));
  });

  test('gaps between MSIs are in weekdays, of won deals until they close', async () => {
    const { week } = await rolledDeals([
      attempt('2026-01-09'), // Friday
      attempt('2026-01-12'), // Monday: one weekday
      booked('2026-01-21', 100), // Wednesday a week later: 7
      row('2026-02-20', 'Ana', 'Acme', 'Follow-up', 'Spoke'),
    ]);
    expect(week('2026-01-19').gaps).toEqual(
      new Map([
        [1, 1],
        [7, 1],
      ]),
    );
    const lost = await rolledDeals([
      attempt('2026-01-05'),
      attempt('2026-01-06'),
      row('2026-01-07', 'Ana', 'Acme', 'Close', 'Lost'),
    ]);
    expect([...lost.week('2026-01-05').gaps]).toEqual([]);
    expect(lost.week('2026-01-05').exits.get('t')).toEqual(new Map([['0x0', 1]]));
  });

  test('a close before any contact is kept out', async () => {
    const { week } = await rolledDeals([booked('2026-01-05', 100)]);
    expect([...week('2026-01-05').exits, ...week('2026-01-05').gaps, ...week('2026-01-05').stepDays]).toEqual([]);
  });
});

describe("a rep's own funnel", () => {
  test('starts at the step where the rep entered', async () => {
    const { week } = await rolledDeals([
      attempt('2026-01-05', 'Ana'),
      row('2026-01-06', 'Ana', 'Acme', 'Opportunity', 'Spoke'),
      row('2026-01-14', 'Ben', 'Acme', 'Ask', 'Sent', { amount: 50 }),
      booked('2026-01-20', 50, 'Ben'),
    ]);
    const own = (first: string, rep: string) => week(first).cohort.get(rep)?.slice(7);
    // received, attempts, on, opportunities, on, asks, on
    expect(own('2026-01-05', 'r:ana')).toEqual([0, 1, 1, 1, 1, 1, 1]);
    expect(own('2026-01-12', 'r:ben')).toEqual([1, 0, 0, 1, 1, 1, 1]);
  });

  test('the value of what was asked is that of the close, or of the last ask', async () => {
    const { week } = await rolledDeals([
      row('2026-01-05', 'Ana', 'Acme', 'Ask', 'Sent', { amount: 50 }),
      row('2026-01-05', 'Ana', 'Bolt', 'Ask', 'Sent', { amount: 70 }),
      row('2026-01-06', 'Ana', 'Bolt', 'Ask', 'Sent', { amount: 60 }),
      booked('2026-01-07', 40),
    ]);
    const [, , , , , wonAmount, askAmount] = week('2026-01-05').cohort.get('t') ?? [];
    expect([wonAmount, askAmount]).toEqual([4000, 10_000]);
  });
});

describe('revenue goes to', () => {
  const rows = [attempt('2026-01-05', 'Ana'), booked('2026-01-06', 100, 'Ben')];
  const CLOSE_AMOUNT = 12;
  test.each([
    ['Booker', { 'r:ben': 10_000 }],
    ['Originator', { 'r:ana': 10_000 }],
    ['Both', { 'r:ana': 10_000, 'r:ben': 10_000 }],
  ])('%s', async (goesTo, expected) => {
    const { week } = await rolledDeals(rows, { 'Revenue goes to': goesTo });
    const amounts = [...week('2026-01-05').days].map(([rep, days]): [string, number] => [
      rep,
      [...days.values()].reduce((sum, sums) => sum + (sums[CLOSE_AMOUNT] ?? 0), 0),
    ]);
    expect(Object.fromEntries(amounts.filter(([, amount]) => amount > 0))).toEqual({ t: 10_000, ...expected });
  });
});
