import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Backoff, backoff, type Patience } from './backoff.ts';
import { failureOf, storeError } from './failure.ts';

/** What every operation of the store needs to talk to its table. */
export interface Requests {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly backoff: (what: string) => Backoff;
  /**
   * Sends a request until it is answered, and meters each try. Errors that pass are retried within the time left;
   * throws `StoreError`, or the SDK's own error when a condition of ours does not hold.
   */
  send<Output extends Metered>(kind: 'read' | 'write', wait: Backoff, request: () => Promise<Output>): Promise<Output>;
}

interface Metered {
  ConsumedCapacity?: { CapacityUnits?: number | undefined } | { CapacityUnits?: number | undefined }[] | undefined;
}

export function openRequests(at: Pick<Requests, 'client' | 'table' | 'clock'>, patience: Patience): Requests {
  const { meter } = patience;
  return {
    ...at,
    backoff: (what) => backoff(what, patience),
    async send(kind, wait, request) {
      for (;;) {
        meter.add('dynamodb.requests', 1);
        try {
          const answer = await request();
          meter.add(kind === 'read' ? 'dynamodb.readUnits' : 'dynamodb.writeUnits', unitsOf(answer));
          return answer;
        } catch (error) {
          const failure = failureOf(error);
          if (failure === 'conditional') throw error;
          if (failure === 'refused') throw storeError(`${kind} table ${at.table}`, error);
          await wait(error);
        }
      }
    },
  };
}

const unitsOf = ({ ConsumedCapacity: consumed }: Metered): number =>
  [consumed ?? []].flat().reduce((sum, { CapacityUnits }) => sum + (CapacityUnits ?? 0), 0);
