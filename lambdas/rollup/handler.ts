import type { Context, SQSEvent } from 'aws-lambda';
import { composeStore } from '../runtime/compose.ts';
import { readConfig } from '../runtime/config.ts';
import { door } from '../runtime/door.ts';
import { log } from '../runtime/log.ts';
import { openQueue } from '../runtime/queue.ts';
import { messagesOf } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { rollup } from './rollup.ts';

/** The door of rollup: one message a batch, so a failure is that of one workbook. It never sees Google. */
export const handler = door(async (event: SQSEvent, context: Context): Promise<void> => {
  for (const message of messagesOf(event)) {
    const { workbook } = message;
    const store = composeStore(process.env, { deadline: deadlineOf(context) });
    log('rollup', { workbook, ...(await rollup({ store, clock: Date.now }, { workbook })) });
    await openQueue(readConfig(process.env).reportQueue).send(message);
  }
});
