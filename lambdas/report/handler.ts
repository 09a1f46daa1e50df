import type { Context, SQSEvent } from 'aws-lambda';
import { compose } from '../runtime/compose.ts';
import { log } from '../runtime/log.ts';
import { messagesOf } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { report } from './report.ts';

/** The door of report: one message a batch, so a failure is that of one workbook. */
export async function handler(event: SQSEvent, context: Context): Promise<void> {
  for (const { workbook, account } of messagesOf(event)) {
    const composed = compose(process.env, { account, deadline: deadlineOf(context) });
    const result = await report(composed, { workbook });
    log('report', { workbook, status: result.status, tabs: result.written.length });
  }
}
