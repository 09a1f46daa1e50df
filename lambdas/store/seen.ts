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
  return new Map([...stored].flatMap(([repDay, { seen }]) => (Object.keys(seen).length > 0 ? [[repDay, seen]] : [])));
}

export function addSeen(requests: Requests, workbook: string, seen: ReadonlyMap<string, Seen>): Promise<void> {
  return changeSeen(requests, 'merge first-seen times', workbook, [...seen.keys()], (repDay, known) =>
    mergeSeen(known, seen.get(repDay) ?? {}),
  );
}

/** An item that has no times left stays, so that its versions go on counting. */
export function dropSeen(
  requests: Requests,
  workbook: string,
  rows: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  return changeSeen(requests, 'drop first-seen times', workbook, [...rows.keys()], (repDay, known) => {
    const gone = new Set(rows.get(repDay));
    const left = Object.entries(known).filter(([row]) => !gone.has(row));
    return left.length === Object.keys(known).length ? undefined : Object.fromEntries(left);
  });
}

/**
 * Reads, changes, writes on condition that nobody wrote since, and does it again for those where somebody did.
 * `change` gives `undefined` where nothing is to be written.
 */
async function changeSeen(
  requests: Requests,
  what: string,
  workbook: string,
  repDays: readonly string[],
  change: (repDay: string, known: Seen) => Seen | undefined,
): Promise<void> {
  const wait = requests.backoff(what);
  let left = [...repDays];
  for (;;) {
    const beaten: string[] = [];
    await inParallel(IN_FLIGHT, await readStored(requests, workbook, left), async ([repDay, stored]) => {
      const changed = change(repDay, stored.seen);
      if (changed !== undefined && !(await replace(requests, stored, changed))) beaten.push(repDay);
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
  await getAll(requests, 'read first-seen times', keys, 'latest', (item) => {
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
