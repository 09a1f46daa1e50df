import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../contract.ts';
import { UNPROCESSED } from './failure.ts';
import { inParallel } from './in-parallel.ts';
import type { Key } from './keys.ts';
import type { Requests } from './requests.ts';

/** Attributes of an item as the document client takes and gives them. */
export type Attributes = Readonly<Record<string, unknown>>;

export interface Put {
  readonly item: Attributes & Key;
  /** Bytes that it takes in a request. */
  readonly bytes: number;
}

/** Limits of DynamoDB. */
const MOST_PUTS = 25;
const MOST_GETS = 100;
/** DynamoDB takes 16 MB at a time; smaller requests need less memory, and a repeat repeats less. */
const MOST_BYTES = 1_000_000;
const IN_FLIGHT = 8;

/** Puts all items; no two may have the same key. Lazy: items are made as they are sent. */
export async function putAll(requests: Requests, what: string, puts: Iterable<Put>): Promise<void> {
  await inParallel(IN_FLIGHT, batchesOf(puts), async (batch) => {
    const { client, table } = requests;
    const wait = requests.backoff(what);
    let left: object[] = batch.map(({ item }) => ({ PutRequest: { Item: item } }));
    for (;;) {
      const command = new BatchWriteCommand({ RequestItems: { [table]: left }, ReturnConsumedCapacity: 'TOTAL' });
      const answer = await requests.send('write', wait, (limits) => client.send(command, limits));
      const unprocessed = answer.UnprocessedItems?.[table] ?? [];
      if (unprocessed.length === 0) return;
      await wait(UNPROCESSED, unprocessed.length < left.length);
      left = unprocessed;
    }
  });
}

/**
 * `latest`: with all that was ever written, as a stage has to read what another has just changed. `soon`: at half the
 * price, and what was written a moment ago may be missing, or as it was before.
 */
export type Freshness = 'latest' | 'soon';

/** `keys` without duplicates, any order. */
export async function getAll(
  requests: Requests,
  what: string,
  keys: readonly Key[],
  freshness: Freshness,
  found: (item: Attributes) => void,
): Promise<void> {
  await inParallel(IN_FLIGHT, chunks(keys, MOST_GETS), async (chunk) => {
    const { client, table } = requests;
    const wait = requests.backoff(what);
    let left: Record<string, unknown>[] = [...chunk];
    for (;;) {
      const command = new BatchGetCommand({
        RequestItems: { [table]: { Keys: left, ConsistentRead: freshness === 'latest' } },
        ReturnConsumedCapacity: 'TOTAL',
      });
      const answer = await requests.send('read', wait, (limits) => client.send(command, limits));
      for (const item of answer.Responses?.[table] ?? []) found(item);
      const unprocessed = answer.UnprocessedKeys?.[table]?.Keys ?? [];
      if (unprocessed.length === 0) return;
      await wait(UNPROCESSED, unprocessed.length < left.length);
      left = unprocessed;
    }
  });
}

/** One text for a key, to look an answer up by. */
export const sortOf = (item: Attributes): string => String(item[TABLE_KEYS.sort]);

function* batchesOf(puts: Iterable<Put>): Generator<Put[]> {
  let batch: Put[] = [];
  let bytes = 0;
  for (const put of puts) {
    if (batch.length === MOST_PUTS || (batch.length > 0 && bytes + put.bytes > MOST_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(put);
    bytes += put.bytes;
  }
  if (batch.length > 0) yield batch;
}

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
