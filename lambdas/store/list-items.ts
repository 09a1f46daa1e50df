import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../contract.ts';
import type { StoredItem } from '../ports.ts';
import { type Attributes, sortOf } from './batches.ts';
import { areaPrefix, refOfSortKey, treePartition } from './keys.ts';
import type { Requests } from './requests.ts';

/**
 * One entry a body, its parts folded into it; parts whose first item is gone (a put or a delete that never ended) are
 * an entry too, so that the sweep finds them. Eventually consistent, at half the price: what is missed is found next time.
 */
export async function* listItems(requests: Requests, workbook: string, area?: string): AsyncGenerator<StoredItem> {
  const prefix = area === undefined ? undefined : areaPrefix(area);
  let open: (StoredItem & { readonly isPart: boolean }) | undefined;
  for await (const { sort, at } of query(requests, treePartition(workbook), prefix)) {
    const next = { ...refOfSortKey(sort), putAt: at };
    if (open?.area === next.area && open.digest === next.digest) {
      if (open.isPart && next.putAt > open.putAt) open = next;
      continue;
    }
    if (open !== undefined) yield closed(open);
    open = next;
  }
  if (open !== undefined) yield closed(open);
}

const closed = ({ area, digest, putAt, isPart }: StoredItem & { readonly isPart: boolean }): StoredItem => ({
  ...{ area, digest, putAt },
  ...(isPart && { isTorn: true }),
});

/** Sort keys, put times and, of the first item of a cut body, the number of parts; those whose sort key begins with `prefix`, in order. */
export async function* query(
  requests: Requests,
  partition: string,
  prefix: string | undefined,
): AsyncGenerator<{ sort: string; at: number; parts: number | undefined }> {
  let start: Attributes | undefined;
  do {
    // A page that was read is progress: the next one has all tries again.
    const wait = requests.backoff('list items');
    const command = new QueryCommand({
      TableName: requests.table,
      KeyConditionExpression: prefix === undefined ? '#pk = :pk' : '#pk = :pk AND begins_with(#sk, :prefix)',
      ProjectionExpression: '#sk, #at, #n',
      ExpressionAttributeNames: { '#pk': TABLE_KEYS.partition, '#sk': TABLE_KEYS.sort, '#at': 'at', '#n': 'n' },
      ExpressionAttributeValues: { ':pk': partition, ...(prefix === undefined ? {} : { ':prefix': prefix }) },
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      ReturnConsumedCapacity: 'TOTAL',
    });
    const page = await requests.send('read', wait, (limits) => requests.client.send(command, limits));
    for (const item of page.Items ?? [])
      yield { sort: sortOf(item), at: Number(item.at), parts: typeof item.n === 'number' ? item.n : undefined };
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}
