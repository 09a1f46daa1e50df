import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { pageTokenKey } from '../keys.ts';
import { readItem } from '../read-item.ts';
import type { Requests } from '../requests.ts';

export async function readPageToken(requests: Requests, account: string): Promise<string | undefined> {
  const item = await readItem(requests, pageTokenKey(account), 'read how far Drive was read');
  return typeof item?.pageToken === 'string' ? item.pageToken : undefined;
}

/** Two ticks at a time: the later save stays, and an older token only means that some changes are looked at again. */
export async function savePageToken(requests: Requests, account: string, pageToken: string): Promise<void> {
  const command = new PutCommand({
    TableName: requests.table,
    Item: { ...pageTokenKey(account), pageToken, at: requests.clock() },
    ReturnConsumedCapacity: 'TOTAL',
  });
  const wait = requests.backoff('save how far Drive was read');
  await requests.send('write', wait, (limits) => requests.client.send(command, limits));
}
