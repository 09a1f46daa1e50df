import type { ItemRef, TreeItem } from './item.ts';

/** The two operations of the store that it takes. */
interface ItemStore {
  putItems(workbook: string, items: readonly TreeItem[]): Promise<void>;
  listItems(workbook: string): AsyncIterable<ItemRef & { readonly putAt: number; readonly isTorn?: true }>;
}

/** Below it, to look costs more than it can spare. */
const MANY = 2_000;
/** The sweep leaves items alone for a day after their put: what is younger than this outlives any run. */
const FRESH_MS = 6 * 3_600_000;

/**
 * Puts what is not there yet. A put is never skipped because an item exists: the sweep may be about to take it. But one
 * that was put within the last hours is safe, so a load that is longer than a run may take goes on in the next run where
 * the one before was cut off, and comes to its end however low the limits of the table are.
 */
export async function putMissing(
  store: ItemStore,
  workbook: string,
  items: readonly TreeItem[],
  now: number,
  many: number = MANY,
): Promise<void> {
  if (items.length < many) return store.putItems(workbook, items);
  const fresh = new Set<string>();
  for await (const { area, digest, putAt, isTorn } of store.listItems(workbook))
    if (putAt > now - FRESH_MS && !isTorn) fresh.add(`${area}#${digest}`);
  await store.putItems(
    workbook,
    items.filter(({ area, digest }) => !fresh.has(`${area}#${digest}`)),
  );
}
