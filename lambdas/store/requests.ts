import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Backoff, backoff, type Patience } from './backoff.ts';
import { failureOf, NO_TIME_LEFT, storeError } from './failure.ts';

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
  send<Output extends Metered>(
    kind: 'read' | 'write',
    wait: Backoff,
    request: (limits: RequestLimits) => Promise<Output>,
  ): Promise<Output>;
}

/** Passed to `client.send` as its second argument. */
interface RequestLimits {
  /** Milliseconds until the answer must have begun. */
  readonly requestTimeout: number;
}

/** The slowest answer worth waiting for; a usual one takes 10 ms, the largest batch on a bad day a second or two. */
const LONGEST_REQUEST = 10_000;

interface Metered {
  ConsumedCapacity?: { CapacityUnits?: number | undefined } | { CapacityUnits?: number | undefined }[] | undefined;
}

export function openRequests(at: Pick<Requests, 'client' | 'table' | 'clock'>, patience: Patience): Requests {
  const { meter, deadline } = patience;
  return {
    ...at,
    backoff: (what) => backoff(what, patience),
    async send(kind, wait, request) {
      for (;;) {
        // Nothing is begun that nobody will be there to hear about.
        if (deadline() <= 0) await wait(NO_TIME_LEFT);
        meter.add('dynamodb.requests', 1);
        try {
          // 0 would mean: for ever.
          const requestTimeout = Math.max(1, Math.min(LONGEST_REQUEST, deadline()));
          const answer = await request({ requestTimeout });
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
