import type { Context, SQSEvent } from 'aws-lambda';
import { compose, composeRegistry } from '../runtime/compose.ts';
import { readConfig } from '../runtime/config.ts';
import { door } from '../runtime/door.ts';
import { log } from '../runtime/log.ts';
import { metrics } from '../runtime/metric.ts';
import { openQueue } from '../runtime/queue.ts';
import { messagesOf } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { ingest } from './ingest.ts';
import { rejectedShare } from './rejected-share.ts';

/** The door of ingest: one message a batch, so a failure is that of one workbook. */
export const handler = door(async (event: SQSEvent, context: Context): Promise<void> => {
  for (const message of messagesOf(event)) {
    const { workbook } = message;
    // As it is registered now: a hint may be older than that.
    const registered = await composeRegistry(process.env, { deadline: deadlineOf(context) }).find(workbook);
    const account = registered?.account ?? message.account;
    const composed = compose(process.env, { account, deadline: deadlineOf(context) });
    const { snapshot, stop, checksRefused, ...result } = await ingest(composed, { workbook });
    const figures = { rejectedShare: rejectedShare(snapshot), stopped: stop && 1 };
    log(
      'ingest',
      {
        ...{ workbook, rows: snapshot?.count, stopped: stop !== undefined },
        ...{ checksRefused: checksRefused !== undefined, ...result },
      },
      metrics(figures, Date.now()),
    );
    // Also when nothing changed: midnight and held rows are due without an edit.
    await openQueue(readConfig(process.env).rollupQueue).send({ ...message, account });
  }
});
