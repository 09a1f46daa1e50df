import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Seen } from '../ports.ts';
import { getAll, sortOf } from './batches.ts';
import { asSlice, bodyOf, slicesOf } from './body-codec.ts';
import { failureOf, UNPROCESSED } from './failure.ts';
import { inParallel } from './in-parallel.ts';
import { type Key, seenKey } from './keys.ts';
import { mergeSeen } from './merge-seen.ts';
import type { Requests } from './requests.ts';

/** First-seen times as stored; `version` counts the writes, 0 = not there. */
interface Stored {
  readonly key: Key;
  readonly seen: Seen;
  readonly version: number;
}

const IN_FLIGHT = 16;

export async function readSeen(
  requests: Requests,
  workbook: string,
  repDays: readonly string[],
): Promise<ReadonlyMap<string, Seen>> {
  const stored = await readStored(requests, workbook, repDays);
  return new Map([...stored].flatMap(([repDay, { seen, version }]) => (version > 0 ? [[repDay, seen]] : [])));
}

/** Reads, merges, writes on condition that nobody wrote since, and does it again for those where somebody did. */
export async function addSeen(requests: Requests, workbook: string, seen: ReadonlyMap<string, Seen>): Promise<void> {
  const wait = requests.backoff('merge first-seen times');
  let left = [...seen.keys()];
  for (;;) {
    const beaten: string[] = [];
    await inParallel(IN_FLIGHT, await readStored(requests, workbook, left), async ([repDay, stored]) => {
      const merged = mergeSeen(stored.seen, seen.get(repDay) ?? {});
      if (merged !== undefined && !(await replace(requests, stored, merged))) beaten.push(repDay);
    });
    if (beaten.length === 0) return;
    await wait(UNPROCESSED, beaten.length < left.length);
    left = beaten;
  }
}

async function readStored(
  requests: Requests,
  workbook: string,
  repDays: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const stored = new Map<string, Stored>();
  const repDayOf = new Map<string, string>();
  for (const repDay of repDays) {
    const key = seenKey(workbook, repDay);
    stored.set(repDay, { key, seen: {}, version: 0 });
    repDayOf.set(sortOf(key), repDay);
  }
  const keys = [...stored.values()].map(({ key }) => key);
  await getAll(requests, 'read first-seen times', keys, (item) => {
    const repDay = repDayOf.get(sortOf(item));
    const key = repDay === undefined ? undefined : stored.get(repDay)?.key;
    if (repDay === undefined || key === undefined) return;
    // Only `replace` below writes these items.
    const seen = JSON.parse(bodyOf([asSlice(item.b)])) as Seen;
    stored.set(repDay, { key, seen, version: Number(item.v) });
  });
  return stored;
}

/** False when somebody else wrote since `stored` was read; or we did, and the answer got lost: the next look will tell. */
async function replace(requests: Requests, { key, version }: Stored, merged: Seen): Promise<boolean> {
  const [b] = slicesOf(JSON.stringify(merged));
  const command = new PutCommand({
    TableName: requests.table,
    Item: { ...key, v: version + 1, b },
    ConditionExpression: version === 0 ? 'attribute_not_exists(#v)' : '#v = :v',
    ExpressionAttributeNames: { '#v': 'v' },
    ...(version === 0 ? {} : { ExpressionAttributeValues: { ':v': version } }),
    ReturnConsumedCapacity: 'TOTAL',
  });
  try {
    const wait = requests.backoff('write first-seen times');
    await requests.send('write', wait, (limits) => requests.client.send(command, limits));
    return true;
  } catch (error) {
    if (failureOf(error) === 'conditional') return false;
    throw error;
  }
}
