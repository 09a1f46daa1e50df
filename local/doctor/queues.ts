import { GetQueueAttributesCommand, type QueueAttributeName, SQSClient } from '@aws-sdk/client-sqs';
import { ENV } from '../../lambdas/contract.ts';
import { plural } from '../../lambdas/tabs/cells.ts';
import type { Deployment } from '../deployment/find-deployment.ts';
import { type Finding, failed, ok, skipped, wordsOf } from './finding.ts';

const NAME = 'Queues';

export interface QueueState {
  /** `ingest`, or `ingest dead letters`. */
  readonly name: string;
  readonly deadLetters: boolean;
  /** A start by the clock, which the clock itself makes again. */
  readonly byClock?: boolean;
  /** Messages that nobody has taken yet. */
  readonly waiting: number;
}

/** What waits in the queues of the stages, and what ended as dead letters. */
export async function checkQueues({ env, outputs }: Deployment): Promise<Finding> {
  const queues = addresses({ env, outputs });
  if (queues.length === 0) return skipped(NAME, 'neither the stack nor the environment names one');
  const client = new SQSClient({ maxAttempts: 2 });
  try {
    return judgeQueues(await Promise.all(queues.map((queue) => stateOf(client, queue))));
  } catch (error) {
    return failed(
      NAME,
      `The queues could not be looked at (${wordsOf(error)}).`,
      'Check the credentials and the region; they must be allowed sqs:GetQueueAttributes.',
    );
  } finally {
    client.destroy();
  }
}

export function judgeQueues(queues: readonly QueueState[]): Finding {
  const [dead, waiting] = [true, false].map((deadLetters) =>
    queues.filter((queue) => queue.deadLetters === deadLetters && queue.waiting > 0),
  );
  const list = (states: readonly QueueState[] = []) =>
    states.map(({ name, waiting }) => `${name}: ${plural(waiting, 'message')}`).join(', ');
  if (dead?.length)
    return failed(
      NAME,
      `Work has failed for good (${list(dead)}).`,
      dead.every(({ byClock }) => byClock)
        ? 'Look into the log of that function for the reason and mend it. The clock starts it again by itself: docs/alarms.md says what to do with the messages.'
        : 'Look into the log of that function for the reason and mend it; then "leadsheet redrive" tries again.',
    );
  if (waiting?.length)
    return failed(
      NAME,
      `Work is waiting (${list(waiting)}).`,
      'A minute or two is usual while a change goes through. If it stays so, look into the log of the function behind that queue.',
    );
  return ok(NAME, `${plural(queues.length, 'queue')}, all empty`);
}

interface Address {
  readonly name: string;
  readonly url: string;
  readonly deadLetters: boolean;
  readonly byClock: boolean;
}

function addresses({ env, outputs }: Deployment): Address[] {
  const named: readonly (readonly [name: string, url: string | undefined, deadLetters: boolean, byClock?: boolean])[] =
    [
      ['ingest', outputs.ingestQueue ?? env[ENV.ingestQueue], false],
      ['rollup', outputs.rollupQueue ?? env[ENV.rollupQueue], false],
      ['report', outputs.reportQueue ?? env[ENV.reportQueue], false],
      ['ingest dead letters', outputs.ingestDeadLetters, true],
      ['rollup dead letters', outputs.rollupDeadLetters, true],
      ['report dead letters', outputs.reportDeadLetters, true],
      ['dispatch dead letters', outputs.dispatchDeadLetters, true, true],
      ['sweep dead letters', outputs.sweepDeadLetters, true, true],
    ];
  return named.flatMap(([name, url, deadLetters, byClock = false]) =>
    url ? [{ name, url, deadLetters, byClock }] : [],
  );
}

const COUNT = 'ApproximateNumberOfMessages' satisfies QueueAttributeName;

async function stateOf(client: SQSClient, { url, ...queue }: Address): Promise<QueueState> {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [COUNT] }));
  return { ...queue, waiting: Number(Attributes?.[COUNT] ?? 0) };
}
