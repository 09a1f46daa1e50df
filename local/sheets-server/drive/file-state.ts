import { arrayOf, isObject, type JsonObject } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';

/** The account that owns every file here; made up, and under a name that nobody can register. */
export const OWNER: JsonObject = {
  kind: 'drive#permission',
  id: '10000000000000000001',
  type: 'user',
  role: 'owner',
  emailAddress: 'owner@example.com',
  displayName: 'Owner',
  deleted: false,
  pendingOwner: false,
};

export const permissionsOf = (workbook: Workbook): readonly JsonObject[] =>
  workbook.state.file?.permissions === undefined ? [OWNER] : arrayOf(workbook.state.file.permissions).filter(isObject);

export const isTrashed = (workbook: Workbook): boolean => workbook.state.file?.trashed === true;

/** Changes what Drive keeps of a file beside its cells. */
export function changeFile(draft: Workbook, changes: JsonObject): void {
  draft.state.file = { ...draft.state.file, ...changes };
}
