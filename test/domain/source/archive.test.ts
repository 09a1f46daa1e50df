import { describe, expect, test } from 'vitest';
import { UNDATED } from '../../../lambdas/domain/days/day.ts';
import { type ArchiveInput, archiveAfter } from '../../../lambdas/domain/source/archive.ts';
import type { RowChange } from '../../../lambdas/domain/source/row-changes.ts';
import { editedTree } from '../../../lambdas/domain/source/tree-edits.ts';
import { buildSourceTree } from '../../support/trees.ts';

const BEFORE = 46_054; // 1 February 2026
const isRejected = (line: string): boolean => line.startsWith('no');
const change = (day: number, removed: readonly string[], added: readonly string[] = [], rep = 'Ana'): RowChange => ({
  ...{ day, rep, removed, added },
});

/** An archive of rows [day, line of Ana], and what becomes of it; `gone` are all that were removed unless told otherwise. */
function archiveOf(
  changes: readonly RowChange[],
  { archived = [], ...more }: Partial<ArchiveInput> & { archived?: readonly (readonly [number, string])[] } = {},
) {
  const stored = new Map<string, string>();
  const lookup = (ref: { digest: string }) => stored.get(ref.digest);
  const rows = [...Map.groupBy(archived, ([day]) => day)].map(([day, of]) =>
    change(
      day,
      [],
      of.map(([, line]) => line),
    ),
  );
  const { months, items } = editedTree([], rows, isRejected, lookup);
  for (const { digest, body } of items) stored.set(digest, body);
  const gone = changes.flatMap(({ removed }) => removed);
  return archiveAfter({ months, changes, gone, before: BEFORE, isRejected, ...more }, lookup);
}
/** The tree that these rows of Ana make. */
const treeOf = (...rows: readonly (readonly [number, string])[]) =>
  buildSourceTree(
    [...Map.groupBy(rows, ([day]) => day)].map(([day, of]) => {
      const lines = of.map(([, line]) => line).sort();
      return { day, rep: 'Ana', lines, rejected: lines.filter(isRejected).length };
    }),
  ).months;

describe('rows that leave the sheet', () => {
  test('are kept up to the day before the setting, with what is not counted among them', () => {
    const { months, kept, dropped, items } = archiveOf([
      change(BEFORE - 40, ['a', 'no b']),
      change(BEFORE - 1, ['c']),
      change(BEFORE, ['d']),
      change(BEFORE + 1, ['e']),
      change(UNDATED, ['no f']),
    ]);
    expect(kept).toEqual(['a', 'no b', 'c']);
    expect(months).toEqual(treeOf([BEFORE - 40, 'a'], [BEFORE - 40, 'no b'], [BEFORE - 1, 'c']));
    expect(months.map(([month, , rows, rejected]) => [month, rows, rejected])).toEqual([
      ['2025-12', 2, 1],
      ['2026-01', 1, 0],
    ]);
    expect(dropped).toEqual([]);
    expect(items.length).toBe(6);
  });

  test('are not kept when they became another row', () => {
    const { months, kept } = archiveOf([change(BEFORE - 1, ['a', 'a', 'b'], ['a2'])], { gone: ['a', 'b'] });
    expect(kept).toEqual(['a', 'b']);
    expect(months).toEqual(treeOf([BEFORE - 1, 'a'], [BEFORE - 1, 'b']));
  });

  test('lie beside those that are kept already', () => {
    const { months, kept } = archiveOf([change(BEFORE - 1, ['a'])], {
      archived: [
        [BEFORE - 1, 'a'],
        [BEFORE - 9, 'b'],
      ],
    });
    expect(kept).toEqual(['a']);
    expect(months).toEqual(treeOf([BEFORE - 1, 'a'], [BEFORE - 1, 'a'], [BEFORE - 9, 'b']));
  });
});

describe('rows that are kept', () => {
  const archived = [
    [BEFORE - 2, 'a'],
    [BEFORE - 2, 'a'],
    [BEFORE - 2, 'b'],
    [BEFORE - 1, 'c'],
  ] as const;

  test('stay where nothing touches them, and nothing is written', () => {
    const { months, items, kept, dropped } = archiveOf([], { archived });
    expect(months).toEqual(treeOf(...archived));
    expect([items, kept, dropped]).toEqual([[], [], []]);
    expect(archiveOf([change(BEFORE - 2, [], ['new'])], { archived }).items).toEqual([]);
  });

  test('leave as often as they stand on the sheet again, those of that rep alone', () => {
    expect(archiveOf([change(BEFORE - 2, [], ['a', 'new'])], { archived }).months).toEqual(
      treeOf(...archived.slice(1)),
    );
    expect(archiveOf([change(BEFORE - 2, [], ['a', 'a', 'a'])], { archived }).months).toEqual(
      treeOf(...archived.slice(2)),
    );
    const others = archiveOf([change(BEFORE - 2, [], ['a'], 'Ben'), change(BEFORE - 1, [], ['a'])], { archived });
    expect(others.months).toEqual(treeOf(...archived));
  });

  test('leave by the rep they are of, where several have rows of a day', () => {
    const kept = [change(BEFORE - 2, [], ['x']), change(BEFORE - 2, [], ['a'], 'Ben')];
    const { months, items } = editedTree([], kept, isRejected, () => undefined);
    const stored = new Map(items.map(({ digest, body }) => [digest, body]));
    const changes = [change(BEFORE - 2, [], ['a'], 'Ben')];
    const found = archiveAfter({ months, changes, gone: [], before: BEFORE, isRejected }, ({ digest }) =>
      stored.get(digest),
    );
    expect(found.months).toEqual(treeOf([BEFORE - 2, 'x']));
  });

  test('are dropped, and named, where the setting covers them no more', () => {
    const { months, kept, dropped } = archiveOf([], { archived, before: BEFORE - 1 });
    expect(months).toEqual(treeOf(...archived.slice(0, 3)));
    expect([kept, dropped]).toEqual([[], [change(BEFORE - 1, ['c'])]]);
    const all = archiveOf([], { archived, before: 0 });
    expect(all.months).toEqual([]);
    expect(all.dropped).toEqual([change(BEFORE - 2, ['a', 'a', 'b']), change(BEFORE - 1, ['c'])]);
  });

  test('are gone when they are to be forgotten, whether they lie there or are leaving the sheet', () => {
    const forget = (line: string) => line === 'a' || line === 'c';
    const { months, kept, dropped } = archiveOf([change(BEFORE - 3, ['a', 'd'])], { archived, forget });
    expect(months).toEqual(treeOf([BEFORE - 3, 'd'], [BEFORE - 2, 'b']));
    expect([kept, dropped]).toEqual([['d'], []]);
  });
});
