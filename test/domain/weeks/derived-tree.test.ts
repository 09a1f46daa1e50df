import { describe, expect, test } from 'vitest';
import type { TreeItem } from '../../../lambdas/domain/trees/item.ts';
import type { Lookup } from '../../../lambdas/domain/trees/loader.ts';
import {
  type DerivedRoot,
  quarterOf,
  readDecided,
  readWeeks,
  updateWeeks,
  type WeekAfter,
  weekEntries,
} from '../../../lambdas/domain/weeks/derived-tree.ts';
import { addTo, emptyWeek, encodeWeek } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { serial } from '../../support/trees.ts';

/** Weeks as they would be stored; every item ever written stays. */
class Stored {
  root: Pick<DerivedRoot, 'quarters'> = { quarters: [] };
  readonly bodies = new Map<string, string>();
  readonly lookup: Lookup = ({ area, digest }) => this.bodies.get(`${area}#${digest}`);

  update(weeks: Readonly<Record<string, WeekAfter>>): readonly TreeItem[] {
    const changed = new Map(Object.entries(weeks).map(([week, after]) => [serial(week), after]));
    const { quarters, items } = updateWeeks(this.root, changed, this.lookup);
    this.root = { quarters };
    for (const { area, digest, body } of items) this.bodies.set(`${area}#${digest}`, body);
    return items;
  }

  weeks(...weeks: readonly string[]): [number, string][] {
    const read = readWeeks(this.root, new Set(weeks.map(serial)), this.lookup);
    return [...read].map(([week, rollup]) => [week, encodeWeek(rollup)]);
  }
}

function closing(days: number): string {
  const week = emptyWeek();
  addTo(week.daysToClose, days, 1);
  return encodeWeek(week);
}
const lines = (counts: Readonly<Record<string, number>>): string => JSON.stringify(Object.entries(counts));
const areas = (items: readonly TreeItem[]) => items.map(({ area }) => area);

test.each([
  ['2026-01-05', '2026-Q1'],
  ['2026-03-30', '2026-Q1'],
  ['2026-04-06', '2026-Q2'],
  ['2026-09-28', '2026-Q3'],
  ['2025-12-29', '2025-Q4'],
])('the week of %s is in %s', (week, quarter) => {
  expect(quarterOf(serial(week))).toBe(quarter);
});

describe('the weeks of a workbook', () => {
  test('are kept by quarter, in order, and read back', () => {
    const stored = new Stored();
    const items = stored.update({
      '2026-02-09': { rollup: closing(3) },
      '2025-12-29': { rollup: closing(1) },
      '2026-01-05': { rollup: closing(2), decided: lines({ a: 2, b: 1 }) },
    });
    expect(areas(items).sort()).toEqual([
      'decided/2026',
      'quarter/2025',
      'quarter/2026',
      'week/2025',
      'week/2026',
      'week/2026',
    ]);
    expect(stored.root.quarters.map(([quarter]) => quarter)).toEqual(['2025-Q4', '2026-Q1']);
    const all = weekEntries(stored.root, () => true, stored.lookup);
    expect(all.map(([week]) => week)).toEqual(['2025-12-29', '2026-01-05', '2026-02-09'].map(serial));
    expect(stored.weeks('2026-01-05', '2025-12-29', '2026-01-12')).toEqual([
      [serial('2025-12-29'), closing(1)],
      [serial('2026-01-05'), closing(2)],
    ]);
    const decided = readDecided(stored.root, new Set(['2026-01-05', '2026-02-09'].map(serial)), stored.lookup);
    expect(decided).toEqual(new Map([[serial('2026-01-05'), new Map(Object.entries({ a: 2, b: 1 }))]]));
  });

  test('only those asked for are looked up', () => {
    const stored = new Stored();
    stored.update({
      '2026-01-05': { rollup: closing(1) },
      '2026-01-12': { rollup: closing(2) },
      '2026-04-06': { rollup: closing(3) },
    });
    const asked: string[] = [];
    const lookup: Lookup = (ref) => {
      asked.push(ref.area);
      return stored.lookup(ref);
    };
    readWeeks(stored.root, new Set([serial('2026-01-12')]), lookup);
    expect(asked).toEqual(['quarter/2026', 'week/2026']);
    asked.length = 0;
    readDecided(stored.root, new Set([serial('2026-01-12')]), lookup);
    expect(asked).toEqual(['quarter/2026']);
  });

  test('what a change does not name stays', () => {
    const stored = new Stored();
    stored.update({
      '2026-01-05': { rollup: closing(1), decided: lines({ a: 1 }) },
      '2026-01-12': { rollup: closing(2) },
    });
    expect(areas(stored.update({ '2026-01-05': { rollup: closing(9) } }))).toEqual(['week/2026', 'quarter/2026']);
    expect(stored.weeks('2026-01-05', '2026-01-12').map(([, body]) => body)).toEqual([closing(9), closing(2)]);
    expect(areas(stored.update({ '2026-01-05': { decided: lines({ a: 1, b: 1 }) } }))).toEqual([
      'decided/2026',
      'quarter/2026',
    ]);
    expect(stored.weeks('2026-01-05')).toEqual([[serial('2026-01-05'), closing(9)]]);
  });

  test('that are as they were write nothing', () => {
    const stored = new Stored();
    stored.update({ '2026-01-05': { rollup: closing(1), decided: lines({ a: 1 }) } });
    const before = stored.root;
    expect(stored.update({ '2026-01-05': { rollup: closing(1), decided: lines({ a: 1 }) } })).toEqual([]);
    expect(stored.root).toEqual(before);
  });

  test('that hold nothing any more are left out, and their quarter with the last of them', () => {
    const stored = new Stored();
    stored.update({
      '2026-01-05': { rollup: closing(1), decided: lines({ a: 1 }) },
      '2026-01-12': { rollup: closing(2) },
    });
    stored.update({ '2026-01-05': { rollup: '' } });
    expect(weekEntries(stored.root, () => true, stored.lookup)[0]).toEqual([
      serial('2026-01-05'),
      '',
      expect.stringMatching(/./),
    ]);
    stored.update({ '2026-01-05': { decided: '' } });
    expect(weekEntries(stored.root, () => true, stored.lookup).map(([week]) => week)).toEqual([serial('2026-01-12')]);
    expect(stored.update({ '2026-01-12': { rollup: '' } })).toEqual([]);
    expect(stored.root).toEqual({ quarters: [] });
    expect(stored.update({ '2026-01-19': { rollup: '', decided: '' } })).toEqual([]);
    expect(stored.root).toEqual({ quarters: [] });
  });

  test('of items that have not been read are passed over', () => {
    const stored = new Stored();
    stored.update({ '2026-01-05': { rollup: closing(1), decided: lines({ a: 1 }) } });
    const week = new Set([serial('2026-01-05')]);
    expect([
      ...weekEntries(
        stored.root,
        () => true,
        () => undefined,
      ),
    ]).toEqual([]);
    const quartersOnly: Lookup = (ref) => (ref.area.startsWith('quarter') ? stored.lookup(ref) : undefined);
    expect([...readWeeks(stored.root, week, quartersOnly), ...readDecided(stored.root, week, quartersOnly)]).toEqual(
      [],
    );
  });
});
