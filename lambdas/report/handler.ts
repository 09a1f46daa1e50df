import type { Context, SQSEvent } from 'aws-lambda';
import { compose } from '../runtime/compose.ts';
import { door } from '../runtime/door.ts';
import { log } from '../runtime/log.ts';
import { metrics } from '../runtime/metric.ts';
import { messagesOf } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { report } from './report.ts';

/** The door of report: one message a batch, so a failure is that of one workbook. */
export const handler = door(async (event: SQSEvent, context: Context): Promise<void> => {
  for (const { workbook, account, changedAt } of messagesOf(event)) {
    const composed = compose(process.env, { account, deadline: deadlineOf(context) });
    const { status, written, dueAt } = await report(composed, { workbook });
    const now = Date.now();
    const isFresh = status === 'published' && changedAt !== undefined;
    const freshness = isFresh ? Math.max(0, now - changedAt) : undefined;
    log('report', { workbook, status, tabs: written.length }, metrics({ freshness }, now));
    await composed.registry.noteDue(workbook, dueAt);
  }
});
