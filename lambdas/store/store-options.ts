import { setTimeout as sleepFor } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Meter } from '../ports.ts';
import { openRequests, type Requests } from './requests.ts';

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

/** How the store and the registry talk to their table. */
export const requestsOf = (options: StoreOptions): Requests =>
  openRequests(options, {
    deadline: options.deadline ?? (() => Number.POSITIVE_INFINITY),
    random: options.random ?? Math.random,
    sleep: options.sleep ?? ((milliseconds) => sleepFor(milliseconds)),
    meter: options.meter ?? { add: () => undefined },
  });
