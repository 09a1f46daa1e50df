import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Attributes } from './batches.ts';
import type { Key } from './keys.ts';
import type { Requests } from './requests.ts';

/** One item as it stands now; `undefined` when there is none. `what` such as `find the workbook`. */
export async function readItem(requests: Requests, key: Key, what: string): Promise<Attributes | undefined> {
  const command = new GetCommand({
    TableName: requests.table,
    Key: key,
    ConsistentRead: true,
    ReturnConsumedCapacity: 'TOTAL',
  });
  return (await requests.send('read', requests.backoff(what), (limits) => requests.client.send(command, limits))).Item;
}
