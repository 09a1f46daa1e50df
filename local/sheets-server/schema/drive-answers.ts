import { DriveError } from '../drive/drive-error.ts';
import { parseMask } from '../field-mask.ts';
import { unknownPath } from './check-mask.ts';

/** The message that an operation of Drive answers. */
const ANSWERS: Readonly<Record<string, string>> = {
  'drive.about.get': 'About',
  'drive.changes.getStartPageToken': 'StartPageToken',
  'drive.changes.list': 'ChangeList',
  'drive.comments.list': 'CommentList',
  'drive.files.copy': 'File',
  'drive.files.create': 'File',
  'drive.files.get': 'File',
  'drive.files.list': 'FileList',
  'drive.files.update': 'File',
  'drive.permissions.create': 'Permission',
  'drive.permissions.get': 'Permission',
  'drive.permissions.list': 'PermissionList',
  'drive.permissions.update': 'Permission',
};

/** Refuses a field mask that the answer does not have. Unknown parameters and names in bodies Drive passes over. */
export function checkDriveFields(operation: string, fields: string): void {
  const answer = ANSWERS[operation];
  const path = answer === undefined ? undefined : unknownPath(parseMask(fields), answer);
  if (path !== undefined)
    throw new DriveError(400, `Invalid field selection ${path.split('.').at(-1)}`, 'invalidParameter', 'fields');
}
