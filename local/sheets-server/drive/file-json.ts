import type { JsonObject } from '../json.ts';
import type { Entry } from '../store/entry.ts';

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

/** What Drive answers of a file when no `fields` are asked for. */
export const DEFAULT_FILE_FIELDS = 'kind,id,name,mimeType';

/** Google's Drive `File`; int64 fields are text. */
export const fileJson = (entry: Entry): JsonObject => ({
  kind: 'drive#file',
  id: entry.workbook.id,
  name: entry.workbook.state.title,
  mimeType: SPREADSHEET_TYPE,
  trashed: false,
  version: String(entry.version),
  webViewLink: `https://docs.google.com/spreadsheets/d/${entry.workbook.id}/edit`,
  createdTime: new Date(entry.createdTime).toISOString(),
  modifiedTime: new Date(entry.modifiedTime).toISOString(),
  capabilities: { canEdit: true },
});
