import { DeleteCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../../contract.ts';
import type { Registration } from '../../ports.ts';
import type { Attributes } from '../batches.ts';
import { failureOf } from '../failure.ts';
import { REGISTRATION_PREFIX, REGISTRY_PARTITION, registrationKey } from '../keys.ts';
import { readItem } from '../read-item.ts';
import type { Requests } from '../requests.ts';

/** Every workbook, in the order of their ids. */
export async function list(requests: Requests): Promise<readonly Registration[]> {
  const found: Registration[] = [];
  let start: Attributes | undefined;
  do {
    // A page that was read is progress: the next one has all tries again.
    const wait = requests.backoff('list the workbooks');
    const command = new QueryCommand({
      TableName: requests.table,
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: { '#pk': TABLE_KEYS.partition, '#sk': TABLE_KEYS.sort },
      ExpressionAttributeValues: { ':pk': REGISTRY_PARTITION, ':prefix': REGISTRATION_PREFIX },
      ConsistentRead: true,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      ReturnConsumedCapacity: 'TOTAL',
    });
    const page = await requests.send('read', wait, (limits) => requests.client.send(command, limits));
    found.push(...(page.Items ?? []).map(registrationIn));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}

export async function find(requests: Requests, workbook: string): Promise<Registration | undefined> {
  const item = await readItem(requests, registrationKey(workbook), 'find the workbook');
  return item && registrationIn(item);
}

/** The time of the first registration stays. */
export async function register(
  requests: Requests,
  { workbook, title, account }: Pick<Registration, 'workbook' | 'title' | 'account'>,
): Promise<void> {
  const command = new UpdateCommand({
    TableName: requests.table,
    Key: registrationKey(workbook),
    UpdateExpression:
      'SET #workbook = :workbook, #title = :title, #account = :account, #dueAt = :now, ' +
      '#registeredAt = if_not_exists(#registeredAt, :now)',
    ExpressionAttributeNames: {
      '#workbook': 'workbook',
      '#title': 'title',
      '#account': 'account',
      '#dueAt': 'dueAt',
      '#registeredAt': 'registeredAt',
    },
    ExpressionAttributeValues: {
      ':workbook': workbook,
      ':title': title,
      ':account': account,
      ':now': requests.clock(),
    },
    ReturnConsumedCapacity: 'TOTAL',
  });
  const wait = requests.backoff('register the workbook');
  await requests.send('write', wait, (limits) => requests.client.send(command, limits));
}

export async function unregister(requests: Requests, workbook: string): Promise<boolean> {
  const command = new DeleteCommand({
    TableName: requests.table,
    Key: registrationKey(workbook),
    ReturnValues: 'ALL_OLD',
    ReturnConsumedCapacity: 'TOTAL',
  });
  const wait = requests.backoff('unregister the workbook');
  const { Attributes } = await requests.send('write', wait, (limits) => requests.client.send(command, limits));
  return Attributes !== undefined;
}

/**
 * Reads first: a write that a condition refuses costs as much as one that is done. When another changed it in between
 * (somebody registered the workbook again, so it is due now), that stays.
 */
export async function noteDue(requests: Requests, workbook: string, dueAt: number, ifStill?: number): Promise<void> {
  const known = ifStill ?? (await find(requests, workbook))?.dueAt;
  if (known === undefined || known === dueAt) return;
  const command = new UpdateCommand({
    TableName: requests.table,
    Key: registrationKey(workbook),
    UpdateExpression: 'SET #dueAt = :dueAt',
    ConditionExpression: '#dueAt = :known',
    ExpressionAttributeNames: { '#dueAt': 'dueAt' },
    ExpressionAttributeValues: { ':dueAt': dueAt, ':known': known },
    ReturnConsumedCapacity: 'TOTAL',
  });
  try {
    const wait = requests.backoff('note when the workbook is due');
    await requests.send('write', wait, (limits) => requests.client.send(command, limits));
  } catch (error) {
    if (failureOf(error) !== 'conditional') throw error;
  }
}

/** Only `register` writes such an item. */
function registrationIn({ workbook, title, account, registeredAt, dueAt }: Attributes): Registration {
  return { workbook, title, account, registeredAt, dueAt } as Registration;
}
