import type { ItemRef } from '../domain/trees/item.ts';
import { MissingItem } from '../domain/trees/missing-item.ts';
import { type Attributes, getAll, sortOf } from './batches.ts';
import { asSlice, bodyOf, type Slice } from './body-codec.ts';
import { itemKey, type Key, partKey } from './keys.ts';
import type { Requests } from './requests.ts';

/** A body on its way: the slices by index, `undefined` until they are read. */
type Pending = { readonly ref: ItemRef; readonly slices: (Slice | undefined)[] };

/**
 * Bodies by digest; throws `MissingItem`. An item never changes, so the cheaper read will do where it finds one; what it
 * does not find was written a moment ago, or is not there, and is asked for again.
 */
export async function getItems(
  requests: Requests,
  workbook: string,
  refs: readonly ItemRef[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, { key: Key; ref: ItemRef }>();
  for (const ref of refs) {
    const key = itemKey(workbook, ref);
    wanted.set(sortOf(key), { key, ref });
  }
  const bodies = new Map<string, string>();
  const pending: Pending[] = [];
  const take = (item: Attributes, ref: ItemRef): void => {
    wanted.delete(sortOf(item));
    const first = asSlice(item.b);
    if (isFirstOfMany(item)) pending.push({ ref, slices: [first, ...Array<undefined>(item.n - 1)] });
    else bodies.set(ref.digest, bodyOf([first]));
  };
  for (const freshness of ['soon', 'latest'] as const) {
    const keys = [...wanted.values()].map(({ key }) => key);
    await getAll(requests, 'read items', keys, freshness, (item) => {
      const ref = wanted.get(sortOf(item))?.ref;
      // Erasing may have put a body of fewer parts in its place: all of them are read as of one time.
      if (ref !== undefined && (freshness === 'latest' || !isFirstOfMany(item))) take(item, ref);
    });
  }
  const [missing] = wanted.values();
  if (missing !== undefined) throw new MissingItem(workbook, missing.ref, wanted.size);
  await readFurtherParts(requests, workbook, pending);
  for (const { ref, slices } of pending) {
    const whole = slices.filter((slice) => slice !== undefined);
    if (whole.length < slices.length) throw new MissingItem(workbook, ref, 1);
    bodies.set(ref.digest, bodyOf(whole));
  }
  return bodies;
}

const isFirstOfMany = (item: Attributes): item is Attributes & { readonly n: number } => typeof item.n === 'number';

async function readFurtherParts(requests: Requests, workbook: string, pending: readonly Pending[]): Promise<void> {
  const places = new Map<string, { slices: Pending['slices']; index: number }>();
  const keys: Key[] = [];
  for (const { ref, slices } of pending) {
    for (let index = 1; index < slices.length; index += 1) {
      const key = partKey(workbook, ref, index, slices.length);
      keys.push(key);
      places.set(sortOf(key), { slices, index });
    }
  }
  await getAll(requests, 'read items', keys, 'latest', (item) => {
    const place = places.get(sortOf(item));
    if (place !== undefined) place.slices[place.index] = asSlice(item.b);
  });
}
