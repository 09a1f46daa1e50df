import type { Context, SQSEvent } from 'aws-lambda';
import { compose } from '../runtime/compose.ts';
import { log } from '../runtime/log.ts';
import { messagesOf } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { report } from './report.ts';

/** The door of report: one message a batch, so a failure is that of one workbook. */
export async function handler(event: SQSEvent, context: Context): Promise<void> {
  for (const { workbook } of messagesOf(event)) {
    const result = await report(compose(process.env, { deadline: deadlineOf(context) }), { workbook });
    log('report', { workbook, status: result.status, tabs: result.written.length });
  }
}
