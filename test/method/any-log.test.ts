import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { activityLog, cellsOfRow, FIRST_MONDAY, LOG_DAYS, logRow, REJECTED_ROWS } from '../support/activity-logs.ts';
import { book, goals, typed } from '../support/method.ts';

const isoOf = (day: number): string => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
/** A Wednesday afternoon in the last weeks of the logs. */
const AS_OF_DAY = FIRST_MONDAY + LOG_DAYS - 12;
const AS_OF = `${isoOf(AS_OF_DAY)} 15:00`;
const MONDAY = AS_OF_DAY - 2;

const TABS = {
  Team: typed(['Rep', 'Segment', 'Average deal'], ['Ana', 'Inside', 500], ['Ben', 'Field', 400], ['Cy', 'Inside', 300]),
  Goals: goals(['', '2026-01-01', 'Quarter', 100_000]),
};

describe('whatever people typed', () => {
  /** The same people, prospects and outcomes as somebody else would spell them. */
  const respelt = (cell: Cell, how: number): Cell => {
    if (typeof cell !== 'string') return cell;
    return how === 0 ? cell : how === 1 ? cell.toUpperCase() : ` ${cell.toLowerCase()} `;
  };
  const typing = fc.record({
    spelt: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
    next: fc.constantFrom<readonly Cell[]>([], [], ['Call'], ['Visit', AS_OF_DAY + 3], ['call', AS_OF_DAY - 2]),
  });
  const typedLog = activityLog(40).chain((log) =>
    fc.array(typing, { minLength: log.length, maxLength: log.length }).map((ways) => [
      ...log.map((each, i) => {
        const { spelt = [], next = [] } = ways[i] ?? {};
        // On few days, so that a deal has several rows a day.
        const cells = cellsOfRow({ ...each, day: AS_OF_DAY - (each.day % 20) });
        return [...cells.map((cell, at) => respelt(cell, spelt[at] ?? 0)), '', '', ...next];
      }),
      // Rejected rows, a name that is not on Team in three spellings, outcomes that are on no list.
      ...REJECTED_ROWS.map((cells) => [...cells]),
      ...['zoe', 'Zoe', 'ZOE'].map((name) => [AS_OF_DAY, name, 'Elm', '', 'Follow-up', 'pondered']),
      ...['Pondered', 'mused', 'Mused'].map((outcome) => [AS_OF_DAY, 'Ana', 'elm', '', 'Follow-up', outcome]),
    ]),
  );
  const shuffled = typedLog.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
  );

  test('the order of the rows makes no difference to any tab', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.constantFrom({}, TABS), async ([rows, others], tabs) => {
        const [one, other] = [await book(rows, tabs).at(AS_OF), await book(others, tabs).at(AS_OF)];
        for (const { tab } of [one]) for (const name of NAMES) expect(other.tab(name), name).toEqual(tab(name));
      }),
      { numRuns: 40 },
    );
  });

  test('a further MSI of this week never lowers the pace of who did it, nor of anybody else', async () => {
    const more = logRow.map((each) => ({
      ...each,
      day: MONDAY + (each.day % 3),
      activity: each.activity === 'Close' ? 'Ask' : each.activity,
      outcome: each.activity === 'Close' ? 'Spoke' : each.outcome,
    }));
    await fc.assert(
      fc.asyncProperty(activityLog(40), more, fc.constantFrom({}, TABS), async (log, extra, tabs) => {
        const pace = async (rows: readonly (typeof extra)[]): Promise<number[]> => {
          const report = await book(rows.map(cellsOfRow), tabs).at(AS_OF);
          return ['Ana', 'Ben', 'Cy', 'Team'].map((name) => {
            const line = report.tab('Week').rows.find(([first]) => first?.value === name);
            const at = report.tab('Week').rows[4]?.findIndex(({ value }) => value === 'Pace') ?? -1;
            const share = line?.[at]?.value;
            return typeof share === 'number' ? share : 0;
          });
        };
        const [before, after] = [await pace(log), await pace([...log, extra])];
        after.forEach((share, at) => {
          expect(share).toBeGreaterThanOrEqual(before[at] ?? 0);
        });
      }),
      { numRuns: 40 },
    );
  });
});

const NAMES = [...(['Week', 'WIP meeting', 'Deals', 'Targets', 'Closing ratio', 'Trend', 'Time', 'Health'] as const)];
