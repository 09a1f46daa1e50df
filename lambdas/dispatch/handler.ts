import type { Context } from 'aws-lambda';
import { composeDrive, composeRegistry } from '../runtime/compose.ts';
import { readConfig } from '../runtime/config.ts';
import { door } from '../runtime/door.ts';
import { log } from '../runtime/log.ts';
import { metrics } from '../runtime/metric.ts';
import { openQueue } from '../runtime/queue.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { dispatch } from './dispatch.ts';
import { askedInTime, someFailed } from './failed-accounts.ts';
import { isLook, type Looked, look } from './look.ts';
import { seedsOf } from './seeded.ts';

/** The door of dispatch: a tick, every minute, whatever the event says; or the doctor's look, which is none. */
export const handler = door(async (event: unknown, context: Context): Promise<Looked | undefined> => {
  const { ingestQueue, seedWorkbooks, serviceAccounts } = readConfig(process.env);
  if (ingestQueue === undefined) throw new Error('dispatch has no queue to send to: set LEADSHEET_INGEST_QUEUE.');
  const deadline = deadlineOf(context);
  const registry = composeRegistry(process.env, { deadline });
  const drive = (account: string) =>
    composeDrive(process.env, { account, deadline: askedInTime(Date.now(), deadline()), signInAnew: isLook(event) });
  if (isLook(event)) return look({ registry, drive, serviceAccounts });
  const seeds = seedsOf(seedWorkbooks, serviceAccounts);
  const queue = openQueue(ingestQueue);
  const { failed, ...result } = await dispatch({ registry, queue, seeds, drive, clock: Date.now });
  log('dispatch', { ...result, failed: failed.length }, metrics({ ticks: 1, sent: result.sent }, Date.now()));
  if (failed.length > 0) throw someFailed(failed);
  return undefined;
});
