import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allDeals,
  allTrieNodes,
  type DealChange,
  dealsRef,
  readDeals,
  type TrieRef,
  updateDeals,
} from '../../../lambdas/domain/deals/deal-trie.ts';
import type { ItemRef } from '../../../lambdas/domain/trees/item.ts';

const LIMIT = 24;

/** A trie with everything it needs in memory. */
interface Trie {
  root: TrieRef;
  readonly asked: ItemRef[];
  lookup(ref: ItemRef): string | undefined;
  /** Returns how many items were made. */
  update(changes: readonly DealChange[]): number;
  /** Bodies that the root reaches: leaves (lists of deals) and branches. */
  nodes(digest?: string): Generator<unknown[]>;
}

function trie(): Trie {
  const bodies = new Map<string, string>();
  const asked: ItemRef[] = [];
  const lookup = (ref: ItemRef): string | undefined => {
    asked.push(ref);
    return bodies.get(ref.digest);
  };
  const state: Trie = {
    asked,
    lookup,
    root: undefined,
    update(changes) {
      const { root, items } = updateDeals(state.root, changes, lookup);
      for (const { digest, body } of items) bodies.set(digest, body);
      state.root = root;
      return items.length;
    },
    *nodes(digest = state.root?.digest) {
      const node = digest === undefined ? undefined : (JSON.parse(bodies.get(digest) ?? 'null') as unknown[][] | null); // an array, or the digest was never put
      if (!node) return;
      yield node;
      if (node[0]?.length === 3) for (const [, below] of node) yield* state.nodes(String(below));
    },
  };
  return state;
}

const key = (n: number): string => `prospect ${n}\u001f`;
const change = (n: number, event?: string): DealChange => ({ key: key(n), events: event === undefined ? [] : [event] });

const changes = fc.array(fc.tuple(fc.nat(120), fc.option(fc.nat(2), { nil: undefined })), {
  maxLength: 150,
  size: 'max',
});

describe('the trie of deals', () => {
  test.each([0, 1, 24, 25, 600])('of %i deals: its nodes, each once and the root first', (count) => {
    const one = trie();
    one.update(Array.from({ length: count }, (_, n) => change(n, 'e')));
    const listed = [...allTrieNodes(one.root, one.lookup)];
    expect(listed).toHaveLength([...one.nodes()].length);
    expect(new Set(listed.map(({ digest }) => digest)).size).toBe(listed.length);
    expect(listed[0]).toEqual(one.root && dealsRef(one.root.digest));
    expect(listed.every(({ area }) => area === 'deals')).toBe(true);
    for (const ref of listed) expect(one.lookup(ref)).toBeDefined();
  });

  test('ends in the same digest by any way of inserts, updates and deletes', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 40 }), (list, batch) => {
        const [stepwise, final] = [trie(), new Map<number, string>()];
        for (let at = 0; at < list.length; at += batch) {
          const part = new Map(list.slice(at, at + batch));
          for (const [n, event] of part) event === undefined ? final.delete(n) : final.set(n, `e${event}`);
          stepwise.update([...part].map(([n, event]) => change(n, event === undefined ? undefined : `e${event}`)));
        }
        const atOnce = trie();
        atOnce.update([...final].map(([n, event]) => change(n, event)));
        expect(stepwise.root).toEqual(atOnce.root);
        expect(stepwise.root?.deals ?? 0).toBe(final.size);
        const held = Object.fromEntries(allDeals(stepwise.root, stepwise.lookup));
        expect(held).toEqual(Object.fromEntries([...final].map(([n, event]) => [key(n), [event]])));
        for (const node of stepwise.nodes()) expect(node.length).toBeLessThanOrEqual(LIMIT);
      }),
      { numRuns: 150 },
    );
  });

  test('splits above its limit and merges again to the very leaf that it was', () => {
    const one = trie();
    one.update(Array.from({ length: LIMIT }, (_, n) => change(n, 'e')));
    const leaf = one.root;
    expect([...one.nodes()]).toHaveLength(1);
    one.update([change(LIMIT, 'e')]);
    expect([...one.nodes()].length).toBeGreaterThan(1);
    one.update([change(LIMIT)]);
    expect(one.root).toEqual(leaf);
    one.update(Array.from({ length: LIMIT }, (_, n) => change(n)));
    expect(one.root).toBeUndefined();
  });

  test('of 5,000 deals: no leaf above the limit, one changed deal costs its way to the root', () => {
    const big = trie();
    big.update(Array.from({ length: 5_000 }, (_, n) => change(n, 'e')));
    for (const node of big.nodes()) expect(node.length).toBeLessThanOrEqual(LIMIT);
    big.asked.length = 0;
    expect(big.update([change(77, 'other')])).toBeLessThanOrEqual(4);
    expect(big.asked.length).toBeLessThanOrEqual(4);
    const found = readDeals(big.root, [key(77), key(78), 'never heard of'], big.lookup);
    expect([...found.values()]).toEqual([['other'], ['e'], []]);
  });

  test('of which nodes are not read yet stays as it is, and asks for no more than the next level', () => {
    const big = trie();
    big.update(Array.from({ length: 5_000 }, (_, n) => change(n, 'e')));
    const [root, all] = [big.root, Array.from({ length: 400 }, (_, n) => change(n, 'other'))];
    const read = new Set<string>();
    const run = () => {
      const missing = new Set<string>();
      const after = updateDeals(root, all, (ref) => {
        if (read.has(ref.digest)) return big.lookup(ref);
        missing.add(ref.digest);
        return undefined;
      });
      return { after, missing };
    };
    expect(run().after).toEqual({ root, items: [] });
    for (let level = 0; run().missing.size > 0; level++) {
      const { missing } = run();
      expect(missing.size).toBeLessThanOrEqual(16 ** level);
      for (const digest of missing) read.add(digest);
    }
    const complete = run().after.root;
    big.update(all);
    expect(complete).toEqual(big.root);
  });
});
