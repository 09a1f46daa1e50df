import type { TreeItem } from '../domain/trees/item.ts';
import { type Put, putAll } from './batches.ts';
import { isCut, type Slice, sizeOf, slicesOf } from './body-codec.ts';
import { itemKey, partKey } from './keys.ts';
import type { Requests } from './requests.ts';

/** What an item carries besides its key: put time `at`, body `b`, and on a cut body's first item the number of parts `n`. */
const KEY_BYTES = 300;

/**
 * Writes bodies. Those that are cut have their further parts written first, and the item that says how many there are
 * last, so that nobody reads half a body.
 */
export async function putItems(requests: Requests, workbook: string, items: readonly TreeItem[]): Promise<void> {
  const distinct = [...new Map(items.map((item) => [`${item.area}#${item.digest}`, item])).values()];
  const at = requests.clock();
  await putAll(requests, 'write items', furtherParts(workbook, distinct, at));
  await putAll(requests, 'write items', firstParts(workbook, distinct, at));
}

function* furtherParts(workbook: string, items: readonly TreeItem[], at: number): Generator<Put> {
  for (const item of items) {
    if (!isCut(item.body)) continue;
    const slices = slicesOf(item.body);
    for (const [index, slice] of slices.entries()) {
      if (index > 0) yield put({ ...partKey(workbook, item, index, slices.length), at, b: slice }, slice);
    }
  }
}

function* firstParts(workbook: string, items: readonly TreeItem[], at: number): Generator<Put> {
  for (const item of items) {
    const slices = slicesOf(item.body);
    const [first = ''] = slices;
    const key = itemKey(workbook, item);
    yield put(slices.length === 1 ? { ...key, at, b: first } : { ...key, at, b: first, n: slices.length }, first);
  }
}

const put = (item: Put['item'], slice: Slice): Put => ({ item, bytes: KEY_BYTES + sizeOf(slice) });
