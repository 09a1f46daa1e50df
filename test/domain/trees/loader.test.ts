import { describe, expect, test } from 'vitest';
import { entry } from '../../../lambdas/domain/trees/entry.ts';
import type { ItemRef } from '../../../lambdas/domain/trees/item.ts';
import { type Lookup, withItems } from '../../../lambdas/domain/trees/loader.ts';

const ref = (digest: string, area = 'leaf'): ItemRef => ({ area, digest });
/** A tree in text: `b c` = a node with two children, `.` = a leaf. */
const NODES: Readonly<Record<string, string>> = { root: 'b c', b: 'd e', c: 'e', d: '.', e: '.' };

describe('a plan over a tree', () => {
  const batches: string[][] = [];
  const load = async (refs: readonly ItemRef[]) => {
    batches.push(refs.map(({ digest }) => digest));
    return new Map(refs.map(({ digest }) => [digest, NODES[digest] ?? '.']));
  };
  const leaves = (node: string, lookup: Lookup): string[] => {
    const body = lookup(ref(node));
    if (body === undefined) return [];
    return body === '.' ? [node] : body.split(' ').flatMap((child) => leaves(child, lookup));
  };

  test('reads a level at a time, each item once', async () => {
    expect(await withItems(load, (lookup) => leaves('root', lookup))).toEqual(['d', 'e', 'e']);
    expect(batches).toEqual([['root'], ['b', 'c'], ['d', 'e']]);
  });

  test('that looks nothing up reads nothing', async () => {
    batches.length = 0;
    expect(await withItems(load, () => 7)).toBe(7);
    expect(batches).toEqual([]);
  });

  test('keeps items of two areas apart', async () => {
    const byArea = async (refs: readonly ItemRef[]) => new Map(refs.map(({ area, digest }) => [digest, area]));
    const plan = (lookup: Lookup) => [lookup(ref('x', 'one')), lookup(ref('y', 'two'))];
    expect(await withItems(byArea, plan)).toEqual(['one', 'two']);
  });

  test('fails where the store gives no body', async () => {
    const nothing = async () => new Map<string, string>();
    await expect(withItems(nothing, (lookup) => lookup(ref('x')))).rejects.toThrow(
      'the store returned no body for leaf#x',
    );
  });
});

test('an entry is made once', () => {
  const map = new Map<string, number[]>();
  entry(map, 'a', () => []).push(1);
  entry(map, 'a', () => [9]).push(2);
  expect([...map]).toEqual([['a', [1, 2]]]);
});
