import { describe, expect, test } from 'vitest';
import { noFacts } from '../../../lambdas/domain/weeks/facts.ts';
import { restatedShare, restatements } from '../../../lambdas/domain/weeks/restated.ts';
import { decodeWeek, encodeWeek, type WeekRollup } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

const copy = (weeks: ReadonlyMap<number, WeekRollup>, ...of: readonly string[]): Map<number, WeekRollup> =>
  new Map(
    of.map((week) => {
      const rollup = weeks.get(serial(week));
      return [serial(week), decodeWeek(rollup ? encodeWeek(rollup) : '')];
    }),
  );
const frozenThrough = (week: string) => ({
  ...noFacts(0),
  frozen: { version: 1, weekStartsOn: 1, through: serial(week), weeks: [] },
});

describe('restatements', () => {
  test('say what was reported and what it is now, the newest week and the team first', () => {
    const rows = new Rollups().on('2026-01-06', 'Ana', { msis: 3 }).on('2026-01-13', 'Ben', { msis: 5, asks: 1 });
    const reported = copy(rows.weeks, '2026-01-05', '2026-01-12');
    rows.on('2026-01-08', 'Ana', { msis: 1 }).on('2026-01-14', 'Ana', { msis: 2 });
    expect(restatements(reported, rows.weeks)).toEqual([
      { week: serial('2026-01-12'), rep: 't', figure: 'msis', reported: 5, now: 7 },
      { week: serial('2026-01-12'), rep: 'r:ana', figure: 'msis', reported: 0, now: 2 },
      { week: serial('2026-01-05'), rep: 't', figure: 'msis', reported: 3, now: 4 },
      { week: serial('2026-01-05'), rep: 'r:ana', figure: 'msis', reported: 3, now: 4 },
    ]);
  });

  test('a row that moved to another day of its week restates nothing; a week without rows any more is all gone', () => {
    const monday = new Rollups().on('2026-01-05', 'Ana', { msis: 1 });
    const tuesday = new Rollups().on('2026-01-06', 'Ana', { msis: 1 });
    expect(restatements(monday.weeks, tuesday.weeks)).toEqual([]);
    expect(restatements(monday.weeks, new Map()).map(({ rep, now }) => [rep, now])).toEqual([
      ['t', 0],
      ['r:ana', 0],
    ]);
  });

  test('the share is of the closed weeks since the first with rows: 1 of 3', () => {
    const rows = new Rollups().weekly('2026-01-05', '2026-02-02', 'Ana', { msis: 1 });
    const asReported = copy(rows.weeks, '2026-01-12');
    rows.on('2026-01-13', 'Ana', { msis: 1 });
    const figures = { weeks: rows.weeks, asReported, current: serial('2026-02-09') };
    const all = restatements(asReported, rows.weeks);
    expect(restatedShare({ ...figures, facts: frozenThrough('2026-01-19') }, all)).toEqual({ x: 1, n: 3 });
    expect(restatedShare({ ...figures, facts: noFacts(0) }, [])).toEqual({ x: 0, n: 0 });
  });
});
