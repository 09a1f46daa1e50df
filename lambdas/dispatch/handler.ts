import type { Context } from 'aws-lambda';
import { composeDrive, composeRegistry } from '../runtime/compose.ts';
import { readConfig } from '../runtime/config.ts';
import { log } from '../runtime/log.ts';
import { metrics } from '../runtime/metric.ts';
import { openQueue } from '../runtime/queue.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { dispatch } from './dispatch.ts';
import { askedInTime, someFailed } from './failed-accounts.ts';
import { seedsOf } from './seeded.ts';

/** The door of dispatch: a tick, every minute, whatever the event says. */
export async function handler(_event: unknown, context: Context): Promise<void> {
  const { ingestQueue, seedWorkbooks, serviceAccounts } = readConfig(process.env);
  if (ingestQueue === undefined) throw new Error('dispatch has no queue to send to: set LEADSHEET_INGEST_QUEUE.');
  const deadline = deadlineOf(context);
  const { failed, ...result } = await dispatch({
    registry: composeRegistry(process.env, { deadline }),
    queue: openQueue(ingestQueue),
    seeds: seedsOf(seedWorkbooks, serviceAccounts),
    drive: (account) => composeDrive(process.env, { account, deadline: askedInTime(Date.now(), deadline()) }),
    clock: Date.now,
  });
  log('dispatch', { ...result, failed: failed.length }, metrics({ ticks: 1, sent: result.sent }, Date.now()));
  if (failed.length > 0) throw someFailed(failed);
}
