import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import type { StageHint } from '../ports.ts';

const workbook = z.string().check(z.regex(/^[\w-]{1,200}$/, 'a spreadsheet id'));
const schema = z.object({
  workbook,
  account: z.optional(z.email()),
  changedAt: z.optional(z.int().check(z.nonnegative())),
});

/** Throws for anything else, so that a malformed message ends among the dead letters. */
export const readMessage = (event: unknown): StageHint => schema.parse(event);

const sweepSchema = z.strictObject({ workbook: z.optional(workbook) });

/** What to sweep: a workbook, or with `{}` all of them. Throws for anything else. */
export const readSweep = (event: unknown): { readonly workbook?: string | undefined } => sweepSchema.parse(event);

/** The messages of a queue's batch. */
export const messagesOf = (event: SQSEvent): StageHint[] =>
  event.Records.map(({ body }) => readMessage(JSON.parse(body)));
