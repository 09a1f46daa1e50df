import { describe, expect, test } from 'vitest';
import { book, goals, LONG_BEFORE, type Report, settings } from '../support/method.ts';
import { row } from '../support/trees.ts';

const attempt = (date: string, rep: string, prospect: string) => row(date, rep, prospect, 'Attempt', 'Interested');
const booked = (date: string, rep: string, prospect: string, amount?: number) =>
  row(date, rep, prospect, 'Close', 'Booked', amount === undefined ? {} : { amount });
const averageOf = (report: Report, rep: string) => report.line('Targets', 'To the end', rep)['Average deal'];
const NUMBERS = Array.from({ length: 10 }, (_, i) => i);

describe('an average deal is of the amounts that were typed', () => {
  const ROWS = [
    LONG_BEFORE,
    ...NUMBERS.slice(0, 6).flatMap((i) => [
      attempt('2026-09-07', 'Ana', `P${i}`),
      booked('2026-09-14', 'Ana', `P${i}`, i < 3 ? 1000 : undefined),
    ]),
    attempt('2026-09-28', 'Ana', 'Open'),
  ];

  test('3 closes of 1,000 and 3 without an amount: 1,000, not 500', async () => {
    const report = await book(ROWS, { Goals: goals(['Ana', '2026-10-01', 'Quarter', 66_000]) }).at('2026-10-07 15:00');
    expect(averageOf(report, 'Ana')).toBe(1000);
    expect(report.line('Deals', '', '× average won deal').Now).toBe(1000);
    expect(report.counts('2026-09-14')).toMatchObject({ closes: 6, closesWithAmount: 3, closeAmount: 300_000 });
  });
});

describe('an average deal is of the deals whose revenue goes to the rep', () => {
  // Ana found all 15 deals and closed 5 of them; Ben closed the other 10.
  const ROWS = [
    LONG_BEFORE,
    ...NUMBERS.flatMap((i) => [attempt('2026-09-01', 'Ana', `Q${i}`), booked('2026-09-07', 'Ben', `Q${i}`, 1000)]),
    ...NUMBERS.slice(0, 5).flatMap((i) => [
      attempt('2026-09-01', 'Ana', `R${i}`),
      booked('2026-09-07', 'Ana', `R${i}`, 1000),
    ]),
  ];
  const GOALS = goals(['Ana', '2026-10-01', 'Quarter', 66_000], ['Ben', '2026-10-01', 'Quarter', 66_000]);

  test.for(['Booker', 'Originator', 'Both'])('revenue goes to %s: 1,000', async (goesTo) => {
    const one = book(ROWS, { Goals: GOALS, Settings: settings(['Revenue goes to', goesTo]) });
    const report = await one.at('2026-10-07 15:00');
    expect(['Ana', 'Ben'].map((rep) => averageOf(report, rep))).toEqual([1000, 1000]);
  });
});
