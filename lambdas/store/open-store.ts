import { setTimeout as sleepFor } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Meter, StorePort } from '../ports.ts';
import { deleteItem } from './delete-item.ts';
import { getItems } from './get-items.ts';
import { readHead, swapHead } from './head.ts';
import { listItems } from './list-items.ts';
import { putItems } from './put-items.ts';
import { openRequests } from './requests.ts';
import { addSeen, readSeen } from './seen.ts';

export interface StoreOptions {
  /** As `dynamodbClient` makes it. */
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly meter?: Meter;
  /** Milliseconds left for the whole run; waiting for a busy table ends there. */
  readonly deadline?: () => number;
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The store in DynamoDB. Its methods throw `StoreError` and `MissingItem`, which say what to do. */
export function openStore(options: StoreOptions): StorePort {
  const requests = openRequests(options, {
    deadline: options.deadline ?? (() => Number.POSITIVE_INFINITY),
    random: options.random ?? Math.random,
    sleep: options.sleep ?? ((milliseconds) => sleepFor(milliseconds)),
    meter: options.meter ?? { add: () => undefined },
  });
  return {
    readHead: (workbook) => readHead(requests, workbook),
    swapHead: (workbook, expected, next) => swapHead(requests, workbook, expected, next),
    putItems: (workbook, items) => putItems(requests, workbook, items),
    getItems: (workbook, refs) => getItems(requests, workbook, refs),
    readSeen: (workbook, repDays) => readSeen(requests, workbook, repDays),
    mergeSeen: (workbook, seen) => addSeen(requests, workbook, seen),
    listItems: (workbook, area) => listItems(requests, workbook, area),
    deleteItem: (workbook, item) => deleteItem(requests, workbook, item),
  };
}
