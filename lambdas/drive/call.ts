import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { SheetsError } from '../domain/sheets-errors.ts';
import { type CallOptions, makeCall, type TryJob } from '../google/call.ts';
import { brokenAnswer, type Failure } from '../google/failure.ts';
import { type ApiName, errorOfAnyApi, quoting, saidBy } from '../google/say-what-to-do.ts';

const DRIVE: ApiName = {
  name: 'Google Drive',
  holds: 'the list of changes in Drive',
  scope: 'https://www.googleapis.com/auth/drive.metadata.readonly',
};

/** How everything here asks Google Drive. */
export type DriveCall = TryJob<drive_v3.Drive>;

export const driveCall = (options: CallOptions): DriveCall =>
  makeCall(options, async () => {
    // The index would load version 2 along with it.
    const { drive_v3: v3 } = await import('googleapis/build/src/apis/drive/v3.js');
    return (auth, address) => new v3.Drive({ auth, params: { prettyPrint: false }, ...address });
  });

/** The failure for the person who has to mend it. */
export function driveError(failure: Failure): SheetsError {
  return (
    errorOfAnyApi(failure, DRIVE) ??
    quoting(
      new SheetsError(
        'refused',
        `Google Drive refused to list what changed (${failure.status ?? failure.reason}). ${saidBy(failure)}`,
      ),
      failure,
    )
  );
}

/** Parses the body of an answer. */
export function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw driveError(brokenAnswer(body));
  }
}
