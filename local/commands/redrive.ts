import { SQSClient } from '@aws-sdk/client-sqs';
import { plural } from '../../lambdas/tabs/cells.ts';
import { type FailedWork, redrive as redriveQueue } from '../deployment/dead-letters.ts';
import { findDeployment } from '../deployment/find-deployment.ts';
import { EXIT } from '../exit-codes.ts';

const STAGES = ['ingest', 'rollup', 'report'] as const;

/** `redrive`: work that failed for good is tried again, stage by stage. Returns the exit code. */
export async function redrive(): Promise<number> {
  const { outputs } = await findDeployment();
  const sqs = new SQSClient();
  let total = 0;
  for (const stage of STAGES) {
    const [queueUrl, deadLettersUrl] = [outputs[`${stage}Queue`], outputs[`${stage}DeadLetters`]];
    if (queueUrl === undefined || deadLettersUrl === undefined)
      throw new Error(`Where are the queues of ${stage}? They are told by the stack: leave LEADSHEET_TABLE unset.`);
    total += said(stage, await redriveQueue(sqs, { queueUrl, deadLettersUrl } satisfies FailedWork));
  }
  sqs.destroy();
  process.stdout.write(total === 0 ? 'Nothing had failed.\n' : `${plural(total, 'run')} asked for again.\n`);
  return EXIT.done;
}

function said(stage: string, moved: ReadonlyMap<string, number>): number {
  for (const [workbook, messages] of moved)
    process.stdout.write(`${stage}: ${workbook} (${plural(messages, 'message')})\n`);
  return moved.size;
}
