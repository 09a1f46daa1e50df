import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityLog, cellsOfRow, type LogRow, REJECTED_ROWS } from '../support/activity-logs.ts';
import { oracleFigures } from '../support/figures-oracle.ts';
import { Items, readRollup, rollUp, serial, type WeekReader } from '../support/trees.ts';

const REPS = { t: '*', u: '', 'r:ana': 'ana', 'r:ben': 'ben', 'r:cy': 'cy' } as const;

async function read(log: readonly LogRow[]): Promise<WeekReader> {
  const items = new Items();
  const { root } = await rollUp(items, [...log.map(cellsOfRow), ...REJECTED_ROWS]);
  return readRollup(items, root);
}

/** Which of two equal Close rows of one deal and day comes first is nobody's business: one of each. */
const withoutTies = (log: readonly LogRow[]): LogRow[] => [
  ...new Map(
    log.map((row, i) => [
      row.activity === 'Close' ? `${row.day} ${row.prospect} ${row.deal} ${row.outcome || 'Booked'}` : i,
      row,
    ]),
  ).values(),
];

const sum = (numbers: readonly (number | undefined)[]): number => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);

describe('weekly figures', () => {
  test('of reps and team are those that SQL counts', async () => {
    await fc.assert(
      fc.asyncProperty(activityLog(60), async (rows) => {
        const log = withoutTies(rows);
        const reader = await read(log);
        const figures = reader.weeks.flatMap((week) =>
          Object.entries(REPS).flatMap(([key, rep]) =>
            Object.entries(reader.figures(week, key)).map(([figure, amount]): [string, number] => [
              `${serial(week)} ${rep} ${figure}`,
              amount,
            ]),
          ),
        );
        expect(Object.fromEntries(figures.sort())).toEqual(Object.fromEntries([...oracleFigures(log)].sort()));
      }),
      { numRuns: 300 },
    );
  });

  test('each accepted row is in exactly one week', async () => {
    await fc.assert(
      fc.asyncProperty(activityLog(40), async (log) => {
        const reader = await read(log);
        expect(sum(reader.weeks.map((week) => reader.figures(week).rows))).toBe(log.length);
        for (const week of reader.weeks) {
          const own = log.filter(({ day }) => day >= serial(week) && day < serial(week) + 7);
          expect(reader.figures(week).rows ?? 0).toBe(own.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of the team are the sum of the reps where nothing is shared', async () => {
    await fc.assert(
      fc.asyncProperty(activityLog(40), async (log) => {
        // Every prospect has one rep, so no deal is shared either.
        const owners: Record<string, string[]> = { Acme: ['Ana'], Bolt: ['Ben'], Crane: ['Cy'], Dune: [] };
        const reader = await read(log.map((row) => ({ ...row, reps: owners[row.prospect] ?? [] })));
        const reps = Object.keys(REPS).filter((rep) => rep !== 't');
        for (const week of reader.weeks) {
          for (const [figure, amount] of Object.entries(reader.figures(week)))
            expect(sum(reps.map((rep) => Object(reader.figures(week, rep))[figure]))).toBe(amount);
          for (const [figure, amount] of Object.entries(reader.cohort(week)))
            expect(sum(reps.map((rep) => Object(reader.cohort(week, rep))[figure]))).toBe(amount);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('cohorts', () => {
  test('steps go down, won and lost are no more than the deals, and every close is won once', async () => {
    await fc.assert(
      fc.asyncProperty(activityLog(60), async (log) => {
        const reader = await read(log);
        for (const week of reader.weeks) {
          for (const rep of Object.keys(REPS)) {
            const { deals = 0, opportunity = 0, ask = 0, won = 0, lost = 0 } = reader.cohort(week, rep);
            expect([deals, opportunity, ask, won]).toEqual([deals, opportunity, ask, won].sort((a, b) => b - a));
            expect(won).toBeGreaterThanOrEqual(0);
            expect(lost).toBeGreaterThanOrEqual(0);
            expect(won + lost).toBeLessThanOrEqual(deals);
          }
          for (const [days, deals] of reader.daysToClose(week)) {
            expect(days).toBeGreaterThanOrEqual(0);
            expect(deals).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('where no deal is an opening deal: won = closes, and what is left is open or lost', async () => {
    await fc.assert(
      fc.asyncProperty(activityLog(50), async (log) => {
        // A first row long before: the 4 opening weeks are over.
        const begin: LogRow = { ...EMPTY, day: serial('2025-06-02') };
        const reader = await read([begin, ...log]);
        const cohorts = reader.weeks.map((week) => reader.cohort(week));
        expect(sum(cohorts.map(({ won }) => won))).toBe(sum(reader.weeks.map((week) => reader.figures(week).closes)));
        expect(sum(cohorts.map(({ wonAmount }) => wonAmount))).toBe(
          sum(reader.weeks.map((week) => reader.figures(week).closeAmount)),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('net is never below nothing: no more closes and money are taken back than there were', async () => {
    await fc.assert(
      fc.asyncProperty(activityLog(60), async (log) => {
        const reader = await read(log);
        const total = (figure: 'closes' | 'cancelled' | 'closeAmount' | 'cancelledAmount') =>
          sum(reader.weeks.map((week) => reader.figures(week)[figure]));
        expect(total('cancelled')).toBeLessThanOrEqual(total('closes'));
        expect(total('cancelledAmount')).toBeLessThanOrEqual(total('closeAmount'));
      }),
      { numRuns: 100 },
    );
  });
});

const EMPTY: LogRow = {
  day: 0,
  reps: ['Zoe'],
  prospect: 'Early',
  deal: '',
  activity: 'Administration',
  outcome: '',
  count: undefined,
  amount: undefined,
};
