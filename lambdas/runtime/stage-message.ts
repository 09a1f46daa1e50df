import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';

const schema = z.object({ workbook: z.string().regex(/^[\w-]{1,200}$/, 'a spreadsheet id') });

/** What starts a stage: which workbook to look at. */
export type StageMessage = z.infer<typeof schema>;

/** Throws for anything else, so that a malformed message ends among the dead letters. */
export const readMessage = (event: unknown): StageMessage => schema.parse(event);

/** The messages of a queue's batch. */
export const messagesOf = (event: SQSEvent): StageMessage[] =>
  event.Records.map(({ body }) => readMessage(JSON.parse(body)));
