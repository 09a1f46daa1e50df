import { describe, expect, test } from 'vitest';
import { allMonths } from '../../lambdas/domain/source/source-tree.ts';
import type { ItemRef } from '../../lambdas/domain/trees/item.ts';
import { sharedItems } from '../../lambdas/domain/trees/loader.ts';
import {
  type NewSource,
  newItems,
  rowsOfWeek,
  sourceChanges,
  withArchive,
} from '../../lambdas/ingest/source-change.ts';
import { HEADER, Items, inputsWith, itemsOfSource, row, serial, sourceOf } from '../support/trees.ts';

const ROWS = [
  row('2026-01-31', 'Ana', 'Acme', 'Ask', 'Sent'),
  row('2026-02-01', 'Ana', 'Acme', 'Ask', 'Sent'),
  row('2026-02-02', 'Ana', 'Acme', 'Ask', 'Sent'),
  row('2026-02-02', 'Ben', 'Bolt', 'Ask', 'Sent'),
  row('2026-02-08', 'Ben', 'Bolt', 'Ask', 'Sent'),
  row('2026-03-01', 'Ben', 'Bolt', 'Ask', 'Sent'),
];
const BASE = sourceOf([HEADER, ...ROWS]);
const edited = sourceOf([HEADER, ...ROWS.with(3, row('2026-02-02', 'Ben', 'Cargo', 'Ask', 'Sent'))]);
const stored = (...sources: readonly NewSource[]): Items => {
  const items = new Items();
  for (const source of sources) items.put(itemsOfSource(source));
  return items;
};

describe('what a store may lack', () => {
  const itemsOf = async (after: NewSource, before?: NewSource) => {
    const { repDays } = await sourceChanges(before?.root, after, sharedItems(stored(BASE).load));
    return newItems(before?.root, after, repDays).map(({ area }) => area);
  };

  test('of the first snapshot everything', async () => {
    expect((await itemsOf(BASE)).sort()).toEqual(
      itemsOfSource(BASE)
        .map(({ area }) => area)
        .sort(),
    );
  });

  test('of an edit the rep-day, its day, its month and the root', async () => {
    expect(await itemsOf(edited, BASE)).toEqual(['rows/2026-02', 'day/2026-02', 'month/2026-02', 'source']);
  });

  test('of a row that is gone what lies above it', async () => {
    const less = sourceOf([HEADER, ...ROWS.toSpliced(3, 1)]);
    const quality = ['quality', 'source']; // it counts the rows
    expect(await itemsOf(less, BASE)).toEqual(['day/2026-02', 'month/2026-02', ...quality]);
    expect(await itemsOf(sourceOf([HEADER, ...ROWS.slice(0, 5)]), BASE)).toEqual(quality);
  });

  test('of a setting the inputs and the root', async () => {
    expect(await itemsOf(sourceOf([HEADER, ...ROWS], { ...inputsWith(), title: 'Other' }), BASE)).toEqual([
      'inputs',
      'source',
    ]);
  });
});

describe('what changed', () => {
  const changes = (after: NewSource, before?: NewSource) =>
    sourceChanges(before?.root, after, sharedItems(stored(BASE).load));

  test('a row that is edited is one that went and one that came', async () => {
    const { repDays, rows } = await changes(edited, BASE);
    expect(repDays).toMatchObject([{ day: serial('2026-02-02'), rep: 'Ben' }]);
    expect(rows.map(({ day, rep, added, removed }) => [day, rep, added.length, removed.length])).toEqual([
      [serial('2026-02-02'), 'Ben', 1, 1],
    ]);
    expect(rows[0]?.added[0]).toContain('Cargo');
    expect(rows[0]?.removed[0]).not.toContain('Cargo');
  });

  test('are the same beside the tree of any last reading, and nothing is read where that is what is stored', async () => {
    const expected = await changes(edited, BASE);
    for (const last of [BASE, edited, sourceOf([HEADER, ...ROWS.slice(2)]), sourceOf([HEADER])]) {
      const items = stored(BASE);
      expect(await sourceChanges(BASE.root, edited, sharedItems(items.load), last.tree)).toEqual(expected);
      expect(items.asked.length > 0).toBe(last !== BASE);
    }
  });

  test('nothing where the rows are the same, and all where nothing was stored', async () => {
    expect(await changes(sourceOf([HEADER, ...ROWS.toReversed()]), BASE)).toEqual({ repDays: [], rows: [] });
    const { rows } = await changes(BASE);
    expect(rows.flatMap(({ added }) => added)).toHaveLength(6);
  });
});

describe('rows kept without the sheet', () => {
  test('stand in a root of their own, and none of them leave the root as it is', () => {
    expect(withArchive(BASE)).toBe(BASE);
    expect(withArchive(BASE, [])).toBe(BASE);
    const archive = edited.root.months;
    const both = withArchive(BASE, archive);
    expect(both.root).toEqual({ ...BASE.root, archive });
    expect(JSON.parse(both.rootItem.body)).toEqual(both.root);
    expect(both.rootItem.digest).not.toBe(BASE.rootItem.digest);
    expect(both.rowsDigest).toBe(BASE.rowsDigest);
  });
});

describe('rows of a week', () => {
  const counted = (week: string, root = BASE.root) => {
    const { bodies } = stored(BASE, edited);
    const asked: ItemRef[] = [];
    const rows = rowsOfWeek(root, serial(week), (ref) => {
      asked.push(ref);
      return bodies.get(`${ref.area}#${ref.digest}`);
    });
    return [rows, asked.map(({ area }) => area)];
  };

  test.each([
    ['2026-02-02', 3, ['month/2026-02']],
    ['2026-01-26', 2, ['month/2026-01', 'month/2026-02']],
    ['2026-02-09', 0, ['month/2026-02']],
    ['2026-02-23', 1, ['month/2026-02', 'month/2026-03']],
    ['2026-04-06', 0, []],
  ])('of %s: %i, from its months alone', (week, rows, areas) => {
    expect(counted(week)).toEqual([rows, areas]);
  });

  test('those kept without the sheet count too', () => {
    const { root } = withArchive(BASE, edited.root.months);
    expect(allMonths(root)).toHaveLength(6);
    expect(counted('2026-02-02', root)[0]).toBe(6);
  });
});
