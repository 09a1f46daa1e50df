import { aboutGet } from './about-get.ts';
import { changesGetStartPageToken, changesList } from './changes.ts';
import { commentsList } from './comments-list.ts';
import type { DriveOperation } from './drive-operation.ts';
import { filesCopy } from './files-copy.ts';
import { filesCreate } from './files-create.ts';
import { filesDelete } from './files-delete.ts';
import { filesExport } from './files-export.ts';
import { filesGet } from './files-get.ts';
import { filesList } from './files-list.ts';
import { filesUpdate } from './files-update.ts';
import {
  permissionsCreate,
  permissionsDelete,
  permissionsGet,
  permissionsList,
  permissionsUpdate,
} from './permissions.ts';

const ALL: readonly DriveOperation[] = [
  aboutGet,
  changesGetStartPageToken,
  changesList,
  commentsList,
  filesCopy,
  filesCreate,
  filesDelete,
  filesExport,
  filesGet,
  filesList,
  filesUpdate,
  permissionsCreate,
  permissionsDelete,
  permissionsGet,
  permissionsList,
  permissionsUpdate,
];

export const driveOperations: ReadonlyMap<string, DriveOperation> = new Map(
  ALL.map((operation) => [operation.name, operation]),
);
