import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../../contract.ts';
import { failureOf } from '../failure.ts';
import { claimKey } from '../keys.ts';
import { readItem } from '../read-item.ts';
import type { Requests } from '../requests.ts';

/**
 * DynamoDB removes a claim up to days after it ended, so the condition looks at the time itself. When the answer to a
 * put that was applied gets lost, the repeated put fails on its own claim; the token tells that from being beaten.
 */
export async function claim(requests: Requests, claimed: string, until: number): Promise<boolean> {
  const token = randomUUID();
  const command = new PutCommand({
    TableName: requests.table,
    Item: { ...claimKey(claimed), until, token, [TABLE_KEYS.expires]: Math.ceil(until / 1000) },
    ConditionExpression: 'attribute_not_exists(#until) OR #until <= :now',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: { ':now': requests.clock() },
    ReturnConsumedCapacity: 'TOTAL',
  });
  try {
    await requests.send('write', requests.backoff('claim'), (limits) => requests.client.send(command, limits));
    return true;
  } catch (error) {
    if (failureOf(error) !== 'conditional') throw error;
    return (await readItem(requests, claimKey(claimed), 'claim'))?.token === token;
  }
}
