import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Job } from '../google/attempt.ts';
import { type CallOptions, makeCall, type TryJob } from '../google/call.ts';
import { brokenAnswer, type Failure } from '../google/failure.ts';
import { sheetsError } from './say-what-to-do.ts';

/** How everything here asks Google Sheets. */
export interface Call {
  readonly try: TryJob<sheets_v4.Sheets>;
  /** The body of the answer, or the error that says what to do. */
  body(workbook: string, job: Job<sheets_v4.Sheets>): Promise<Buffer>;
  error(workbook: string, failure: Failure): Error;
}

export function sheetsCall(options: CallOptions): Call {
  const { serviceAccount } = options;
  const call: Call = {
    try: makeCall(options, async () => {
      const { sheets } = await import('googleapis/build/src/apis/sheets/index.js');
      // Without pretty printing: a third fewer bytes.
      return (auth, address) => sheets({ version: 'v4', auth, params: { prettyPrint: false }, ...address });
    }),
    async body(workbook, job) {
      const outcome = await call.try(job);
      if (outcome.ok) return outcome.body;
      throw call.error(workbook, outcome.failure);
    },
    error: (workbook, failure) => sheetsError(failure, { workbook, serviceAccount }),
  };
  return call;
}

/** Parses the body of an answer, or a part of it; one that is cut off where it looks whole is no empty sheet. */
export function parsed(body: Buffer, workbook: string, part = body.toString('utf8')): unknown {
  try {
    return JSON.parse(part);
  } catch {
    throw sheetsError(brokenAnswer(body), { workbook });
  }
}
