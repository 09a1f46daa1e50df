import type { ItemRef } from '../../lambdas/domain/trees/item.ts';
import { MissingItem } from '../../lambdas/domain/trees/missing-item.ts';
import type { StoredItem, StorePort } from '../../lambdas/ports.ts';

/** Items are read in groups, since bodies of a whole history need not fit into memory. */
const GROUP = 400;

export async function listAll(store: StorePort, workbook: string): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  for await (const item of store.listItems(workbook)) items.push(item);
  return items;
}

/** Groups of items with their bodies; one that is gone meanwhile, or of which only parts are there, has none. */
export async function* readItems(
  store: StorePort,
  workbook: string,
  items: readonly StoredItem[],
): AsyncGenerator<readonly (StoredItem & { readonly body: string | undefined })[]> {
  for (let start = 0; start < items.length; start += GROUP) {
    const group = items.slice(start, start + GROUP);
    const bodies = await bodiesOf(store, workbook, group);
    yield group.map((item) => ({ ...item, body: bodies.get(keyOf(item)) }));
  }
}

export const keyOf = ({ area, digest }: ItemRef): string => `${area}#${digest}`;

/** By area too: what was erased in one area may be whole in another. */
async function bodiesOf(store: StorePort, workbook: string, refs: readonly ItemRef[]): Promise<Map<string, string>> {
  const bodies = new Map<string, string>();
  for (const [, group] of Map.groupBy(refs, ({ area }) => area)) {
    for (const { area, digest, body } of await readable(store, workbook, group))
      bodies.set(keyOf({ area, digest }), body);
  }
  return bodies;
}

async function readable(
  store: StorePort,
  workbook: string,
  refs: readonly ItemRef[],
): Promise<(ItemRef & { readonly body: string })[]> {
  try {
    const bodies = await store.getItems(workbook, refs);
    return refs.map((ref) => ({ ...ref, body: bodies.get(ref.digest) ?? '' }));
  } catch (error) {
    if (!(error instanceof MissingItem)) throw error;
    if (refs.length === 1) return [];
    const half = refs.length >> 1;
    return [
      ...(await readable(store, workbook, refs.slice(0, half))),
      ...(await readable(store, workbook, refs.slice(half))),
    ];
  }
}
