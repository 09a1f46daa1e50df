import type { JsonObject } from '../json.ts';
import type { Entry } from '../store/entry.ts';
import { isTrashed, OWNER, permissionsOf } from './file-state.ts';
import { parentsOf } from './parents.ts';

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

/** What Drive answers of a file when no `fields` are asked for. */
export const DEFAULT_FILE_FIELDS = 'kind,id,name,mimeType';

const ICON = 'https://drive-thirdparty.googleusercontent.com/16/type/application/vnd.google-apps.spreadsheet';

/** Google's Drive `File`; int64 fields are text. */
export function fileJson({ workbook, version, createdTime, modifiedTime }: Entry): JsonObject {
  const permissions = permissionsOf(workbook);
  const user = userOf(OWNER);
  return {
    kind: 'drive#file',
    id: workbook.id,
    name: workbook.state.title,
    mimeType: SPREADSHEET_TYPE,
    starred: false,
    spaces: ['drive'],
    ...workbook.state.file,
    parents: parentsOf(workbook),
    trashed: isTrashed(workbook),
    explicitlyTrashed: isTrashed(workbook),
    version: String(version),
    webViewLink: `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
    iconLink: ICON,
    createdTime: new Date(createdTime).toISOString(),
    modifiedTime: new Date(modifiedTime).toISOString(),
    owners: [user],
    lastModifyingUser: user,
    ownedByMe: true,
    shared: permissions.length > 1,
    permissions,
    permissionIds: permissions.flatMap(({ id }) => id ?? []),
    capabilities: { canEdit: true, canShare: true, canCopy: true, canTrash: true, canDelete: true, canRename: true },
  };
}

export const userOf = ({ displayName, emailAddress, id }: JsonObject): JsonObject => ({
  kind: 'drive#user',
  ...(displayName === undefined ? {} : { displayName }),
  me: true,
  permissionId: id,
  ...(emailAddress === undefined ? {} : { emailAddress }),
});
