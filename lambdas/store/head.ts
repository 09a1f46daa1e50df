import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Head } from '../domain/trees/head.ts';
import { failureOf } from './failure.ts';
import { headKey } from './keys.ts';
import { readItem } from './read-item.ts';
import type { Requests } from './requests.ts';

export async function readHead(requests: Requests, workbook: string): Promise<Head | undefined> {
  const item = await readHeadItem(requests, workbook);
  // Only `swapHead` below writes this item.
  return item?.head as Head | undefined;
}

/**
 * Compare-and-swap on the revision. When the answer to a put that was applied gets lost, the repeated put finds its own
 * revision and fails; the token tells that from being beaten by another.
 */
export async function swapHead(
  requests: Requests,
  workbook: string,
  expected: Head | undefined,
  next: Head,
): Promise<boolean> {
  const due = (expected?.revision ?? 0) + 1;
  if (next.revision !== due) {
    throw new RangeError(`The next head of workbook ${workbook} must have revision ${due}, it has ${next.revision}.`);
  }
  const swap = randomUUID();
  const command = new PutCommand({
    TableName: requests.table,
    Item: { ...headKey(workbook), head: next, revision: next.revision, swap, at: requests.clock() },
    ...conditionOn(expected),
    ReturnConsumedCapacity: 'TOTAL',
  });
  try {
    await requests.send('write', requests.backoff('move the head'), (limits) => requests.client.send(command, limits));
    return true;
  } catch (error) {
    if (failureOf(error) !== 'conditional') throw error;
    return (await readHeadItem(requests, workbook))?.swap === swap;
  }
}

const readHeadItem = (requests: Requests, workbook: string) => readItem(requests, headKey(workbook), 'read the head');

const conditionOn = (expected: Head | undefined) =>
  expected === undefined
    ? { ConditionExpression: 'attribute_not_exists(#r)', ExpressionAttributeNames: { '#r': 'revision' } }
    : {
        ConditionExpression: '#r = :r',
        ExpressionAttributeNames: { '#r': 'revision' },
        ExpressionAttributeValues: { ':r': expected.revision },
      };
