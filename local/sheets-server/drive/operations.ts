import { changesGetStartPageToken, changesList } from './changes.ts';
import type { DriveOperation } from './drive-operation.ts';
import { filesCopy } from './files-copy.ts';
import { filesCreate } from './files-create.ts';
import { filesDelete } from './files-delete.ts';
import { filesGet } from './files-get.ts';
import { filesList } from './files-list.ts';

const ALL = [filesCreate, filesGet, filesList, filesDelete, filesCopy, changesGetStartPageToken, changesList];

export const driveOperations: ReadonlyMap<string, DriveOperation> = new Map(
  ALL.map((operation) => [operation.name, operation]),
);
