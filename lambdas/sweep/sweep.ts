import { inForceSince, momentsSince } from '../domain/source/history.ts';
import type { ItemRef } from '../domain/trees/item.ts';
import type { LoadItems, Lookup } from '../domain/trees/loader.ts';
import { withItems } from '../domain/trees/loader.ts';
import { MissingItem } from '../domain/trees/missing-item.ts';
import type { StoredItem, StorePort } from '../ports.ts';
import { lateRoots, liveRoots } from './live-roots.ts';
import { reachableFromDerived, reachableFromFacts, reachableFromSource } from './reachable.ts';

export interface SweepDeps {
  readonly store: StorePort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

export interface SweepResult {
  readonly kept: number;
  readonly deleted: number;
}

const DAY_MS = 86_400_000;
/** How far back the past can be restored. */
const KEPT_DAYS = 90;
/** A stage puts its items before it moves the head to them: what is younger may still be named. */
const GRACE_DAYS = 1;

const keyOf = ({ area, digest }: ItemRef): string => `${area}#${digest}`;

/**
 * Deletes the items that no root of the last 90 days leads to, so that garbage is bounded. An item that is put again
 * meanwhile has a later put time and stays: its deletion is conditional on the time seen here.
 */
export async function sweep(
  { store, clock }: SweepDeps,
  { workbook }: { readonly workbook: string },
): Promise<SweepResult> {
  const head = await store.readHead(workbook);
  if (!head) return { kept: 0, deleted: 0 };
  const now = clock();
  const all: StoredItem[] = [];
  for await (const item of store.listItems(workbook)) all.push(item);

  const since = now - KEPT_DAYS * DAY_MS;
  const lately = now - GRACE_DAYS * DAY_MS;
  const inArea = (area: string): StoredItem[] => all.filter((item) => item.area === area);
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const moments = inForceSince(await withItems(load, (lookup) => momentsSince(head.moment, all, lookup)), since);
  const stored = new Set(inArea('source').map(({ digest }) => digest));
  const sources = new Set([
    ...liveRoots(inArea('source'), head.source, since),
    ...moments.map(({ source }) => source).filter((source) => stored.has(source)),
    // A rollup compares with the source that it was last computed from.
    ...(head.derived ? [head.derived.source] : []),
  ]);
  const derived = liveRoots(inArea('derived'), head.derived?.root, since);
  const inForce = new Set<string | undefined>([
    ...[head.source, head.derived?.root, head.derived?.source, head.facts],
    ...moments.map(({ source }) => source),
  ]);
  const reached = new Set([
    ...lateRoots(inArea('published'), head.published?.tabs, lately).map((name) => `published#${name}`),
    ...moments.map(({ name }) => `history#${name}`),
  ]);
  // Below an item that was reached nothing is new. So a root costs what no root before it led to.
  const beyond =
    (lookup: Lookup): Lookup =>
    (ref) =>
      reached.has(keyOf(ref)) ? undefined : lookup(ref);
  for (const [roots, reach] of [
    [sources, reachableFromSource],
    [derived, reachableFromDerived],
    [lateRoots(inArea('facts'), head.facts, lately), reachableFromFacts],
  ] as const) {
    for (const root of roots) {
      try {
        // All of it or none: what is below an item of a root that is cut short may not have been reached.
        for (const ref of await withItems(load, (lookup) => reach(root, beyond(lookup)))) reached.add(keyOf(ref));
      } catch (error) {
        // A root whose put was cut short was never in force, and may lack what it leads to: it is garbage.
        if (!(error instanceof MissingItem) || inForce.has(root)) throw error;
      }
    }
  }

  let deleted = 0;
  for (const item of all) {
    const garbage = !reached.has(keyOf(item)) && item.putAt < lately;
    if (garbage && (await store.deleteItem(workbook, item))) deleted++;
  }
  return { kept: all.length - deleted, deleted };
}
