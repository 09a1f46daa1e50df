import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { Failure } from '../google/failure.ts';
import type { DriveChanges } from '../ports.ts';
import { type DriveCall, driveError, parsed } from './call.ts';
import { tokenIn } from './token-in.ts';

const FIELDS = 'newStartPageToken,nextPageToken,changes(fileId,removed,time,file(modifiedTime))';

/** The most that Drive gives at once. */
const PAGE_SIZE = 1_000;

/** A change of anything but the content (who may see it, what it is called) leaves the time of the last edit behind. */
const LONGEST_DELAY = 3_600_000;

/** What this account could see change since the token, shared drives included; one request a page. */
export async function changesSince(call: DriveCall, since: string): Promise<DriveChanges | 'expired'> {
  const changed = new Map<string, number>();
  for (let pageToken = since; ; ) {
    const outcome = await call({
      figure: 'drive.reads',
      send: (drive, http) =>
        drive.changes.list(
          {
            pageToken,
            pageSize: PAGE_SIZE,
            supportsAllDrives: true,
            includeItemsFromAllDrives: true,
            fields: FIELDS,
          },
          http,
        ),
    });
    if (!outcome.ok) {
      if (isUnknownToken(outcome.failure)) return 'expired';
      // What was heard is worth keeping: a long list is read on from here by the next tick.
      if (pageToken !== since) return { changed, pageToken };
      throw driveError(outcome.failure);
    }
    // Google's own type of this answer: every field of it may be absent.
    const page = parsed(outcome.body) as drive_v3.Schema$ChangeList;
    for (const change of page.changes ?? []) if (change.fileId) changed.set(change.fileId, timeOf(change));
    if (!page.nextPageToken) return { changed, pageToken: tokenIn(page.newStartPageToken) };
    pageToken = page.nextPageToken;
  }
}

/**
 * Google says that the token of a start never expires. One that it does not take (another account's, mistyped, of a list
 * that was dropped) is answered with 400 `invalid` at `pageToken`, or 410. Nothing else of the request varies.
 */
const isUnknownToken = ({ status, reason }: Failure): boolean =>
  status === 410 || (status === 400 && /^invalid(PageToken|StartPageToken)?$/i.test(reason));

/** Epoch milliseconds of the edit. A file that is gone has no more than the time of the change. */
function timeOf({ time, file }: drive_v3.Schema$Change): number {
  const noted = instantOf(time) ?? Date.UTC(1970, 0);
  const edited = instantOf(file?.modifiedTime);
  return edited !== undefined && noted - edited <= LONGEST_DELAY ? edited : noted;
}

function instantOf(text: string | null | undefined): number | undefined {
  const instant = Date.parse(text ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}
