import { hash } from 'node:crypto';
import { remembered } from '../cells/remembered.ts';
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

/**
 * What plans over tries have found out. A plan runs again for every level that it reads, and what one reads another
 * changes: with a memory that they share no node is parsed and no key is hashed twice.
 */
export interface TrieMemory {
  readonly nodes: Map<string, Leaf | Branch>;
  readonly hashOf: (key: string) => string;
}

export const trieMemory = (): TrieMemory => ({ nodes: new Map(), hashOf: remembered(dealHash) });

/** The events of some deals; deals that are not there have none. Looks up only the nodes on their way. */
export function readDeals(
  root: TrieRef,
  keys: Iterable<string>,
  lookup: Lookup,
  memory = trieMemory(),
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const key of keys) {
    const hex = memory.hashOf(key);
    let at = root;
    for (let depth = 0; at && at.deals > LEAF_DEALS && depth < hex.length; depth++)
      at = childOf(nodeAt<Branch>(at, lookup, memory) ?? [], hex.charAt(depth));
    const leaf = at && nodeAt<Leaf>(at, lookup, memory);
    found.set(key, leaf?.find((deal) => deal[0] === key)?.[1] ?? []);
  }
  return found;
}

/** Every deal below a node, for reports on all of them. */
export function* allDeals(root: TrieRef, lookup: Lookup, depth = 0): Generator<Leaf[number]> {
  if (!root) return;
  if (root.deals <= LEAF_DEALS || depth === 16) yield* nodeAt<Leaf>(root, lookup) ?? [];
  else
    for (const [, name, deals] of nodeAt<Branch>(root, lookup) ?? [])
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
  memory = trieMemory(),
): { root: TrieRef; items: TreeItem[] } {
  const items: TreeItem[] = [];
  return { root: update(root, changes, 0, { lookup, memory, items }), items };
}

interface Update {
  readonly lookup: Lookup;
  readonly memory: TrieMemory;
  /** The nodes that are new. */
  readonly items: TreeItem[];
}

function update(node: TrieRef, changes: readonly DealChange[], depth: number, to: Update): TrieRef {
  if (changes.length === 0) return node;
  const { lookup, memory, items } = to;
  if (!node || node.deals <= LEAF_DEALS || depth === 16) {
    const stored = node ? nodeAt<Leaf>(node, lookup, memory) : [];
    if (!stored) return node;
    const deals = new Map(stored);
    for (const { key, events } of changes) {
      if (events.length > 0) deals.set(key, events);
      else deals.delete(key);
    }
    return build([...deals], depth, to);
  }
  const branch = nodeAt<Branch>(node, lookup, memory);
  // Not read yet: what is below comes with the next run of the plan.
  if (!branch) return node;
  const made: TreeItem[] = [];
  const changed = new Map<string, TrieRef>();
  for (const [figure, below] of Map.groupBy(changes, ({ key }) => memory.hashOf(key).charAt(depth))) {
    const before = childOf(branch, figure);
    const after = update(before, below, depth + 1, { lookup, memory, items: made });
    if (after?.digest !== before?.digest) changed.set(figure, after);
  }
  if (changed.size === 0) return node;
  const children = [...branch.filter((child) => !changed.has(child[0])), ...branchOver(changed)];
  const deals = children.reduce((sum, child) => sum + child[2], 0);
  if (deals <= LEAF_DEALS) {
    // Few enough for one leaf again: gather what is left below.
    const bodies = new Map(made.map((item) => [item.digest, item.body]));
    const look: Lookup = (ref) => bodies.get(ref.digest) ?? lookup(ref);
    return build(
      children.flatMap(([, name, below]) => [...allDeals({ digest: name, deals: below }, look, depth + 1)]),
      depth,
      to,
    );
  }
  items.push(...made);
  return nodeOf(children.sort(byFirst), deals, items);
}

function build(deals: readonly Leaf[number][], depth: number, { memory, items }: Omit<Update, 'lookup'>): TrieRef {
  if (deals.length === 0) return undefined;
  if (deals.length <= LEAF_DEALS || depth === 16) return nodeOf([...deals].sort(byFirst), deals.length, items);
  const children = new Map<string, TrieRef>();
  for (const [figure, below] of Map.groupBy(deals, ([key]) => memory.hashOf(key).charAt(depth)))
    children.set(figure, build(below, depth + 1, { memory, items }));
  return nodeOf(branchOver(children).sort(byFirst), deals.length, items);
}

const branchOver = (children: ReadonlyMap<string, TrieRef>): Branch[number][] =>
  [...children].flatMap(([figure, child]) => (child ? [[figure, child.digest, child.deals] as const] : []));

/** By index, as all that runs for each child of each node: until it is compiled, taking a list apart costs ten times as much. */
const byFirst = (a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number =>
  a[0] < b[0] ? -1 : 1;

function nodeOf(content: Leaf | Branch, deals: number, items: TreeItem[]): TrieRef {
  const body = JSON.stringify(content);
  const item: TreeItem = { ...dealsRef(digest(body)), body };
  items.push(item);
  return { digest: item.digest, deals };
}

function childOf(branch: Branch, figure: string): TrieRef {
  const child = branch.find((other) => other[0] === figure);
  return child && { digest: child[1], deals: child[2] };
}

/** `Node`: whether it is a leaf or a branch is seen by how many deals it holds. */
function nodeAt<Node extends Leaf | Branch>(
  { digest }: NonNullable<TrieRef>,
  lookup: Lookup,
  { nodes }: Pick<TrieMemory, 'nodes'> = { nodes: new Map() },
): Node | undefined {
  const known = nodes.get(digest);
  if (known) return known as Node;
  const body = lookup(dealsRef(digest));
  if (body === undefined) return undefined;
  const node = JSON.parse(body) as Node; // written by nodeOf
  nodes.set(digest, node);
  return node;
}

/** Every node below a root, itself included. */
export function* allTrieNodes(root: TrieRef, lookup: Lookup, depth = 0): Generator<ItemRef> {
  if (!root) return;
  yield dealsRef(root.digest);
  if (root.deals <= LEAF_DEALS || depth === 16) return;
  for (const [, name, deals] of nodeAt<Branch>(root, lookup) ?? [])
    yield* allTrieNodes({ digest: name, deals }, lookup, depth + 1);
}
