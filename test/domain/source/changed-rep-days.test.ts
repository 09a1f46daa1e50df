import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { changedRepDays, type VisibleTree } from '../../../lambdas/domain/source/changed-rep-days.ts';
import { rowChanges } from '../../../lambdas/domain/source/row-changes.ts';
import { linesOfLeaf, repDayRef } from '../../../lambdas/domain/source/source-tree.ts';
import type { ItemRef } from '../../../lambdas/domain/trees/item.ts';
import type { NewSource } from '../../../lambdas/ingest/source-change.ts';
import { activityLog, cellsOfRow, FIRST_MONDAY, LOG_DAYS, type LogRow } from '../../support/activity-logs.ts';
import { HEADER, Items, inputsWith, itemsOfSource, leavesOf, row, sourceOf } from '../../support/trees.ts';

const EVER = 2_958_465; // 9999-12-31
const visible = (source: NewSource, through = EVER): VisibleTree => ({ months: source.root.months, through });

describe('what changed between two trees', () => {
  const items = (...sources: NewSource[]): Items => {
    const kept = new Items();
    for (const source of sources) kept.put(itemsOfSource(source));
    return kept;
  };
  /** Reads like a store, and notes what is looked up. */
  const noting = (kept: Items) => {
    const asked: ItemRef[] = [];
    const lookup = (ref: ItemRef): string | undefined => {
      asked.push(ref);
      return kept.bodies.get(`${ref.area}#${ref.digest}`);
    };
    return { asked, lookup };
  };
  const repDaysOf = (log: readonly LogRow[], through: number): Map<string, string> => {
    const seen = log.filter(({ day }) => day <= through);
    const groups = Map.groupBy(seen, ({ day, reps }) => `${day} ${reps.join('; ')}`);
    return new Map(
      [...groups].map(([key, rows]) => [
        key,
        rows
          .map((one) => JSON.stringify(one))
          .sort()
          .join(),
      ]),
    );
  };

  test('is exactly the rep-days whose visible rows differ', () => {
    const through = fc.integer({ min: FIRST_MONDAY - 1, max: FIRST_MONDAY + LOG_DAYS });
    fc.assert(
      fc.property(activityLog(30), activityLog(6), fc.nat(20), through, through, (log, more, cut, until, untilNow) => {
        const after = [...log.slice(cut), ...more];
        const [old, now] = [sourceOf([HEADER, ...log.map(cellsOfRow)]), sourceOf([HEADER, ...after.map(cellsOfRow)])];
        const { lookup } = noting(items(old, now));
        const found = changedRepDays(visible(old, until), visible(now, untilNow), lookup);
        const [was, is] = [repDaysOf(log, until), repDaysOf(after, untilNow)];
        const differing = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
        expect(found.map(({ day, rep }) => `${day} ${rep}`).sort()).toEqual(differing.sort());
        expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  test('its rows are the multiset difference', () => {
    fc.assert(
      fc.property(activityLog(30), activityLog(6), fc.nat(20), (log, more, cut) => {
        // Every row twice: equal rows must be told apart by number alone.
        const [before, after] = [
          [...log, ...log],
          [...log, ...log.slice(cut), ...more],
        ];
        const [old, now] = [
          sourceOf([HEADER, ...before.map(cellsOfRow)]),
          sourceOf([HEADER, ...after.map(cellsOfRow)]),
        ];
        const changes = rowChanges(visible(old), visible(now), noting(items(old, now)).lookup);
        const tally = new Map<string, number>();
        for (const { added, removed } of changes) {
          for (const line of added) tally.set(line, (tally.get(line) ?? 0) + 1);
          for (const line of removed) tally.set(line, (tally.get(line) ?? 0) - 1);
        }
        const lines = (source: NewSource) => leavesOf(source.tree).flatMap((repDay) => repDay.lines);
        const expected = new Map<string, number>();
        for (const line of lines(now)) expected.set(line, (expected.get(line) ?? 0) + 1);
        for (const line of lines(old)) expected.set(line, (expected.get(line) ?? 0) - 1);
        const differing = (map: Map<string, number>) => [...map].filter(([, count]) => count !== 0).sort();
        expect(differing(tally)).toEqual(differing(expected));
        for (const { added, removed } of changes) expect(added.filter((line) => removed.includes(line))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  const months = ['2025-11-03', '2025-12-01', '2026-01-05', '2026-02-02', '2026-03-02'];
  const spread = months.flatMap((date) => [row(date, 'Ana', 'Acme', 'Ask'), row(date, 'Ben', 'Bolt', 'Ask')]);
  const full = sourceOf([HEADER, ...spread]);

  test('looks up nothing where all is equal', () => {
    const { asked, lookup } = noting(items(full));
    expect(changedRepDays(visible(full), visible(full), lookup)).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('one more row: one month and one day of each tree, no leaf', () => {
    const now = sourceOf([HEADER, ...spread, row('2026-01-05', 'Ana', 'Crane', 'Ask')]);
    const { asked, lookup } = noting(items(full, now));
    expect(changedRepDays(visible(full), visible(now), lookup)).toMatchObject([{ rep: 'Ana' }]);
    expect(asked.map(({ area }) => area).sort()).toEqual([
      'day/2026-01',
      'day/2026-01',
      'month/2026-01',
      'month/2026-01',
    ]);
  });

  test('nodes of trees in memory are not looked up', () => {
    const now = sourceOf([HEADER, ...spread, row('2026-01-05', 'Ana', 'Crane', 'Ask')]);
    const { asked, lookup } = noting(items(full));
    expect(changedRepDays(visible(full), visible(now), lookup, [now.tree])).toMatchObject([{ rep: 'Ana' }]);
    expect(asked.map(({ area }) => area)).toEqual(['month/2026-01', 'day/2026-01']);
    expect(changedRepDays(visible(full), visible(now), lookup, [now.tree, full.tree])).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  test('below a node that is not read yet nothing is looked at', () => {
    const now = sourceOf([HEADER, ...spread, row('2026-01-05', 'Ana', 'Crane', 'Ask')]);
    const unread = (area: string) => {
      const { asked, lookup } = noting(items(full, now));
      const found = changedRepDays(visible(full), visible(now), (ref) => {
        const body = lookup(ref);
        return ref.area === area ? undefined : body;
      });
      return [found, asked.map((ref) => ref.area)];
    };
    expect(unread('month/2026-01')).toEqual([[], ['month/2026-01', 'month/2026-01']]);
    expect(unread('day/2026-01')).toEqual([[], ['month/2026-01', 'month/2026-01', 'day/2026-01', 'day/2026-01']]);
  });

  test('another day in sight: only the months between the two days', () => {
    const { asked, lookup } = noting(items(full));
    const [early, late] = [46_050, 46_060]; // 28 January and 7 February 2026
    expect(changedRepDays(visible(full, early), visible(full, late), lookup)).toHaveLength(2);
    expect(new Set(asked.map(({ area }) => area.slice(-7)))).toEqual(new Set(['2026-01', '2026-02']));
  });

  test('a month that is held in both is not looked into, also when its rows differ', () => {
    const now = sourceOf([HEADER, ...spread, row('2026-03-02', 'Ana', 'Crane', 'Ask')]);
    const { asked, lookup } = noting(items(full, now));
    expect(changedRepDays(visible(full, 46_050), visible(now, 46_050), lookup)).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('a text date that another locale reads as another day moves its rows, with their leaf', () => {
    const text: Cell[][] = [['03/04/2026', 'Ana', 'Acme', '', 'Ask']];
    const [british, american] = [
      sourceOf([HEADER, ...text]),
      sourceOf([HEADER, ...text], { ...inputsWith(), locale: 'en_US', dateOrder: 'mdy' }),
    ];
    const { lookup } = noting(items(british, american));
    const changed = changedRepDays(visible(british), visible(american), lookup);
    expect(changed.map(({ before, after }) => [before !== undefined, after !== undefined])).toEqual([
      [false, true],
      [true, false],
    ]);
    for (const { day, before, after } of changed)
      expect(linesOfLeaf(lookup(repDayRef(day, before ?? after ?? '')) ?? '')).toHaveLength(1);
  });
});
