import type { Context, LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';
import { awsLimits } from '../runtime/aws-limits.ts';
import { composeRegistry } from '../runtime/compose.ts';
import { readConfig } from '../runtime/config.ts';
import { door } from '../runtime/door.ts';
import { log } from '../runtime/log.ts';
import { openQueue } from '../runtime/queue.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { ANSWERS } from './answers.ts';
import { googleIdentity } from './google-identity.ts';
import { readRequest } from './request.ts';
import { syncNow } from './sync-now.ts';

/** The door of sync-now: a POST of the sheet's menu, by way of a Function URL. */
export const handler = door(
  async (event: LambdaFunctionURLEvent, context: Context): Promise<LambdaFunctionURLResult> => {
    const { syncAudiences: audiences, syncAllowed, ingestQueue, googleAuthUrl: authUrl } = readConfig(process.env);
    if (ingestQueue === undefined) throw new Error('LEADSHEET_INGEST_QUEUE is not set, so a sync would go nowhere.');
    const request = readRequest(event);
    const ports = {
      identity: googleIdentity({ audiences, authUrl }),
      registry: composeRegistry(process.env, { deadline: deadlineOf(context) }),
      // Three tries fit into what the sign-in leaves of the function's fifteen seconds.
      queue: openQueue(ingestQueue, awsLimits(1_500)),
      clock: Date.now,
    };
    const result = typeof request === 'string' ? { answer: request } : await syncNow(ports, request, syncAllowed);
    log('sync-now', { ...result });
    return ANSWERS[result.answer];
  },
);
