import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { type DriveCall, driveError, parsed } from './call.ts';
import { tokenIn } from './token-in.ts';

/** Where the list of changes of this account ends now, shared drives included. */
export async function startPageToken(call: DriveCall): Promise<string> {
  const outcome = await call({
    figure: 'drive.reads',
    send: (drive, http) => drive.changes.getStartPageToken({ supportsAllDrives: true, fields: 'startPageToken' }, http),
  });
  if (!outcome.ok) throw driveError(outcome.failure);
  // Google's own type of this answer: every field of it may be absent.
  return tokenIn((parsed(outcome.body) as drive_v3.Schema$StartPageToken).startPageToken);
}
