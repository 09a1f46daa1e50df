import type { ItemRef } from '../domain/trees/item.ts';
import { MissingItem } from '../domain/trees/missing-item.ts';
import { getAll, sortOf } from './batches.ts';
import { asSlice, bodyOf, type Slice } from './body-codec.ts';
import { itemKey, type Key, partKey } from './keys.ts';
import type { Requests } from './requests.ts';

/** A body on its way: the slices by index, `undefined` until they are read. */
type Pending = { readonly ref: ItemRef; readonly slices: (Slice | undefined)[] };

/** Bodies by digest; throws `MissingItem`. */
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
  await getAll(
    requests,
    'read items',
    [...wanted.values()].map(({ key }) => key),
    (item) => {
      const sort = sortOf(item);
      const ref = wanted.get(sort)?.ref;
      if (ref === undefined) return;
      wanted.delete(sort);
      const first = asSlice(item.b);
      if (typeof item.n === 'number') pending.push({ ref, slices: [first, ...Array<undefined>(item.n - 1)] });
      else bodies.set(ref.digest, bodyOf([first]));
    },
  );
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
  await getAll(requests, 'read items', keys, (item) => {
    const place = places.get(sortOf(item));
    if (place !== undefined) place.slices[place.index] = asSlice(item.b);
  });
}
