import { TABLE_KEYS } from '../contract.ts';
import { deleteUnless } from './delete-item.ts';
import { partsOfSortKey, treePartition } from './keys.ts';
import { query } from './list-items.ts';
import type { Requests } from './requests.ts';

/**
 * Parts go by how many there are, so those of a body that was cut otherwise never mix with the one that is there; but
 * they stay. A body is put with its further parts first: parts without a first item may be on their way, and stay.
 */
export async function deleteStaleParts(requests: Requests, workbook: string): Promise<number> {
  const partition = treePartition(workbook);
  let first: { readonly sort: string; readonly parts: number | undefined } | undefined;
  let deleted = 0;
  for await (const { sort, at, parts } of query(requests, partition, undefined)) {
    const part = partsOfSortKey(sort);
    if (part === undefined) {
      first = { sort, parts };
      continue;
    }
    if (first === undefined || part.item !== first.sort || part.count === first.parts) continue;
    const key = { [TABLE_KEYS.partition]: partition, [TABLE_KEYS.sort]: sort };
    if ((await deleteUnless(requests, key, '#at <= :at', at)) !== 'renewed') deleted++;
  }
  return deleted;
}
