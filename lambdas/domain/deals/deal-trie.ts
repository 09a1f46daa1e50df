import { hash } from 'node:crypto';
import { digest } from '../trees/digest.ts';
import type { ItemRef, TreeItem } from '../trees/item.ts';
import type { Lookup } from '../trees/loader.ts';

/** A subtree: its digest and how many deals it holds; `undefined` = none. */
export type TrieRef = { readonly digest: string; readonly deals: number } | undefined;

/** A deal's events after a change; no events = the deal is gone. */
export interface DealChange {
  readonly key: string;
  readonly events: readonly string[];
}

/** A leaf holds the deals whose hash begins with its prefix; more than this many are split by the next figure. */
const LEAF_DEALS = 24;

type Leaf = readonly (readonly [key: string, events: readonly string[]])[];
type Branch = readonly (readonly [figure: string, digest: string, deals: number])[];

export const dealHash = (key: string): string => hash('sha256', key, 'hex').slice(0, 16);
export const dealsRef = (digestOf: string): ItemRef => ({ area: 'deals', digest: digestOf });

/** The events of some deals; deals that are not there have none. Looks up only the nodes on their way. */
export function readDeals(root: TrieRef, keys: Iterable<string>, lookup: Lookup): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const leaves = new Map<string, ReadonlyMap<string, readonly string[]> | undefined>();
  const branches = new Map<string, Branch | undefined>();
  const once = <V>(known: Map<string, V>, ref: NonNullable<TrieRef>, read: () => V): V => {
    const value = known.get(ref.digest) ?? read();
    known.set(ref.digest, value);
    return value;
  };
  for (const key of keys) {
    const hex = dealHash(key);
    let at = root;
    for (let depth = 0; at && at.deals > LEAF_DEALS && depth < hex.length; depth++) {
      const branch = at;
      at = childOf(once(branches, branch, () => branchOf(branch, lookup)) ?? [], hex.charAt(depth));
    }
    const leaf = at;
    const deals =
      leaf &&
      once(leaves, leaf, () => {
        const stored = leafOf(leaf, lookup);
        return stored && new Map(stored);
      });
    found.set(key, deals?.get(key) ?? []);
  }
  return found;
}

/** Every deal below a node, for reports on all of them. */
export function* allDeals(root: TrieRef, lookup: Lookup, depth = 0): Generator<readonly [string, readonly string[]]> {
  if (!root) return;
  if (root.deals <= LEAF_DEALS || depth === 16) yield* leafOf(root, lookup) ?? [];
  else
    for (const [, name, deals] of branchOf(root, lookup) ?? [])
      yield* allDeals({ digest: name, deals }, lookup, depth + 1);
}

/**
 * The trie with some deals changed, and the nodes that are new. Its shape depends only on the deals that it holds, so
 * any way of changes to the same deals ends in the same digest. While nodes are missing the result is not complete
 * (see `withItems`).
 */
export function updateDeals(
  root: TrieRef,
  changes: readonly DealChange[],
  lookup: Lookup,
): { root: TrieRef; items: TreeItem[] } {
  const items: TreeItem[] = [];
  const keyed = changes.map((change) => ({ ...change, hex: dealHash(change.key) }));
  return { root: update(root, keyed, 0, lookup, items), items };
}

type Keyed = DealChange & { readonly hex: string };

function update(node: TrieRef, changes: readonly Keyed[], depth: number, lookup: Lookup, items: TreeItem[]): TrieRef {
  if (changes.length === 0) return node;
  if (!node || node.deals <= LEAF_DEALS || depth === 16) {
    const stored = node ? leafOf(node, lookup) : [];
    if (!stored) return node;
    const deals = new Map(stored);
    for (const { key, events } of changes) {
      if (events.length > 0) deals.set(key, events);
      else deals.delete(key);
    }
    return build([...deals], depth, items);
  }
  const branch = branchOf(node, lookup);
  // Not read yet: what is below comes with the next run of the plan.
  if (!branch) return node;
  const made: TreeItem[] = [];
  const changed = new Map<string, TrieRef>();
  for (const [figure, below] of Map.groupBy(changes, ({ hex }) => hex.charAt(depth))) {
    const before = childOf(branch, figure);
    const after = update(before, below, depth + 1, lookup, made);
    if (after?.digest !== before?.digest) changed.set(figure, after);
  }
  if (changed.size === 0) return node;
  const children = [...branch.filter(([figure]) => !changed.has(figure)), ...branchOver(changed)];
  const deals = children.reduce((sum, [, , below]) => sum + below, 0);
  if (deals <= LEAF_DEALS) {
    // Few enough for one leaf again: gather what is left below.
    const bodies = new Map(made.map((item) => [item.digest, item.body]));
    const look: Lookup = (ref) => bodies.get(ref.digest) ?? lookup(ref);
    return build(
      children.flatMap(([, name, below]) => [...allDeals({ digest: name, deals: below }, look, depth + 1)]),
      depth,
      items,
    );
  }
  items.push(...made);
  return nodeOf(children.sort(byFirst), deals, items);
}

function build(deals: readonly Leaf[number][], depth: number, items: TreeItem[]): TrieRef {
  if (deals.length === 0) return undefined;
  if (deals.length <= LEAF_DEALS || depth === 16) return nodeOf([...deals].sort(byFirst), deals.length, items);
  const children = new Map<string, TrieRef>();
  for (const [figure, below] of Map.groupBy(deals, ([key]) => dealHash(key).charAt(depth)))
    children.set(figure, build(below, depth + 1, items));
  return nodeOf(branchOver(children).sort(byFirst), deals.length, items);
}

const branchOver = (children: ReadonlyMap<string, TrieRef>): Branch[number][] =>
  [...children].flatMap(([figure, child]) => (child ? [[figure, child.digest, child.deals] as const] : []));

const byFirst = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number =>
  a < b ? -1 : 1;

function nodeOf(content: Leaf | Branch, deals: number, items: TreeItem[]): TrieRef {
  const body = JSON.stringify(content);
  const item: TreeItem = { ...dealsRef(digest(body)), body };
  items.push(item);
  return { digest: item.digest, deals };
}

function childOf(branch: Branch, figure: string): TrieRef {
  const child = branch.find(([other]) => other === figure);
  return child && { digest: child[1], deals: child[2] };
}

const bodyOf = (ref: NonNullable<TrieRef>, lookup: Lookup): unknown => {
  const body = lookup(dealsRef(ref.digest));
  return body === undefined ? undefined : JSON.parse(body);
};
const leafOf = (ref: NonNullable<TrieRef>, lookup: Lookup): Leaf | undefined => bodyOf(ref, lookup) as Leaf | undefined; // written by nodeOf
const branchOf = (ref: NonNullable<TrieRef>, lookup: Lookup): Branch | undefined =>
  bodyOf(ref, lookup) as Branch | undefined; // written by nodeOf

/** Every node below a root, itself included. */
export function* allTrieNodes(root: TrieRef, lookup: Lookup, depth = 0): Generator<ItemRef> {
  if (!root) return;
  yield dealsRef(root.digest);
  if (root.deals <= LEAF_DEALS || depth === 16) return;
  for (const [, name, deals] of branchOf(root, lookup) ?? [])
    yield* allTrieNodes({ digest: name, deals }, lookup, depth + 1);
}
