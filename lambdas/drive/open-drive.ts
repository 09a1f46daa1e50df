import type { CallOptions } from '../google/call.ts';
import type { DrivePort } from '../ports.ts';
import { driveCall } from './call.ts';
import { changesSince } from './changes-since.ts';
import { startPageToken } from './start-page-token.ts';

/** Google Drive, or a server that speaks like it at `rootUrl`. Nothing is loaded or sent before the first call. */
export function openDrive(options: CallOptions): DrivePort {
  const call = driveCall(options);
  return {
    startPageToken: () => startPageToken(call),
    changesSince: (pageToken) => changesSince(call, pageToken),
  };
}
