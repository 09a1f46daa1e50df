import type { Context } from 'aws-lambda';
import { composeStore } from '../runtime/compose.ts';
import { log } from '../runtime/log.ts';
import { readMessage } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { sweep } from './sweep.ts';

/** The door of the sweep: `{ workbook }`. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const { workbook } = readMessage(event);
  const store = composeStore(process.env, { deadline: deadlineOf(context) });
  log('sweep', { workbook, ...(await sweep({ store, clock: Date.now }, { workbook })) });
}
