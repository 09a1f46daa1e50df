import type { Context } from 'aws-lambda';
import { loggable } from '../domain/loggable.ts';
import { composeRegistry, composeStore } from '../runtime/compose.ts';
import { door } from '../runtime/door.ts';
import { log } from '../runtime/log.ts';
import { readSweep } from '../runtime/stage-message.ts';
import { deadlineOf } from '../runtime/time-left.ts';
import { sweep } from './sweep.ts';
import { sweepAll } from './sweep-all.ts';

/** Kept for the workbook that was begun last. */
const LAST_MS = 60_000;

/** The door of the sweep: `{ workbook }` for one, `{}` for every workbook that is served. */
export const handler = door(async (event: unknown, context: Context): Promise<void> => {
  const { workbook } = readSweep(event);
  const deadline = deadlineOf(context);
  const deps = { store: composeStore(process.env, { deadline }), clock: Date.now };
  if (workbook !== undefined) {
    log('sweep', { workbook, ...(await sweep(deps, { workbook })) });
    return;
  }
  const registry = composeRegistry(process.env, { deadline });
  const { swept, failed, left } = await sweepAll({ ...deps, registry, end: deadline() - LAST_MS, random: Math.random });
  for (const [each, result] of swept) log('sweep', { workbook: each, ...result });
  for (const each of left) log('sweep', { workbook: each, left: true });
  if (failed.size === 0) return;
  const each = [...failed].map(([of, error]) => `${of}: ${loggable(error).message}`);
  throw new AggregateError(failed.values(), `not swept: ${each.join('; ')}`);
});
