import type { WriteOperation } from '../operation.ts';
import { checkPermissionBody } from './check-writable.ts';
import type { DriveOperation } from './drive-operation.ts';
import { permissionsOf } from './file-state.ts';
import { driveEntry } from './not-found.ts';
import { permissionCreate, permissionDelete, permissionUpdate, requirePermission } from './permission-writes.ts';

const FIELDS = 'kind,id,type,role,allowFileDiscovery';

const writing = (name: string, operation: WriteOperation, made: boolean): DriveOperation => ({
  name,
  writes: true,
  defaultFields: FIELDS,
  run(store, input) {
    checkPermissionBody(input.body, made);
    return store.write(driveEntry(store, input.path.fileId ?? '').workbook.id, operation, input);
  },
});

export const permissionsCreate = writing('drive.permissions.create', permissionCreate, true);
export const permissionsUpdate = writing('drive.permissions.update', permissionUpdate, false);

export const permissionsDelete: DriveOperation = {
  name: 'drive.permissions.delete',
  writes: true,
  defaultFields: undefined,
  run(store, input) {
    store.write(driveEntry(store, input.path.fileId ?? '').workbook.id, permissionDelete, input);
    return undefined;
  },
};

export const permissionsGet: DriveOperation = {
  name: 'drive.permissions.get',
  writes: false,
  defaultFields: FIELDS,
  run: (store, input) =>
    requirePermission(
      permissionsOf(driveEntry(store, input.path.fileId ?? '').workbook),
      input.path.permissionId ?? '',
    ),
};

export const permissionsList: DriveOperation = {
  name: 'drive.permissions.list',
  writes: false,
  defaultFields: 'kind,nextPageToken,permissions(kind,id,type,role,allowFileDiscovery)',
  run: (store, input) => ({
    kind: 'drive#permissionList',
    permissions: permissionsOf(driveEntry(store, input.path.fileId ?? '').workbook),
  }),
};
