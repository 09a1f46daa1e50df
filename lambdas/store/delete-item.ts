import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../contract.ts';
import type { StoredItem } from '../ports.ts';
import { failureOf } from './failure.ts';
import { itemKey, type Key, partsPrefix, treePartition } from './keys.ts';
import { query } from './list-items.ts';
import type { Requests } from './requests.ts';

/**
 * True: the item is gone. False: it, or a part of it, was put again since `putAt`. The first item goes first, so that
 * nobody finds a body of which parts are missing; parts that a put has meanwhile renewed stay for it.
 */
export async function deleteItem(requests: Requests, workbook: string, item: StoredItem): Promise<boolean> {
  const first = await deleteUnless(requests, itemKey(workbook, item), '#at = :at', item.putAt);
  if (first === 'renewed') return false;
  if (first === 'uncut') return true;
  let gone = true;
  const partition = treePartition(workbook);
  for await (const { sort } of query(requests, partition, partsPrefix(item))) {
    const key = { [TABLE_KEYS.partition]: partition, [TABLE_KEYS.sort]: sort };
    if ((await deleteUnless(requests, key, '#at <= :at', item.putAt)) === 'renewed') gone = false;
  }
  return gone;
}

/** An item that is not there counts as deleted: the answer to an earlier try may have been lost. */
export async function deleteUnless(requests: Requests, key: Key, condition: string, at: number) {
  const command = new DeleteCommand({
    TableName: requests.table,
    Key: key,
    ConditionExpression: `attribute_not_exists(#at) OR ${condition}`,
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':at': at },
    ReturnValues: 'ALL_OLD',
    ReturnConsumedCapacity: 'TOTAL',
  });
  try {
    const wait = requests.backoff('delete an item');
    const { Attributes } = await requests.send('write', wait, (limits) => requests.client.send(command, limits));
    return Attributes !== undefined && Attributes.n === undefined ? 'uncut' : 'deleted';
  } catch (error) {
    if (failureOf(error) === 'conditional') return 'renewed';
    throw error;
  }
}
