import type { Context } from 'aws-lambda';
import { compose } from '../runtime/compose.ts';
import { readConfig } from '../runtime/config.ts';
import { log } from '../runtime/log.ts';
import { hintNextStage } from '../runtime/next-stage.ts';
import { readMessage } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { ingest } from './ingest.ts';

/** The door of ingest: `{ workbook }` from the schedule. */
export async function handler(event: unknown, context: Context): Promise<{ readonly status: string }> {
  const { workbook } = readMessage(event);
  const { snapshot, stop, ...result } = await ingest(compose(process.env, { deadline: deadlineOf(context) }), {
    workbook,
  });
  log('ingest', { workbook, rows: snapshot?.rows.length, stopped: stop !== undefined, ...result });
  // Also when nothing changed: midnight and held rows are due without an edit.
  await hintNextStage(readConfig(process.env).rollupQueue, { workbook });
  return { status: result.status };
}
