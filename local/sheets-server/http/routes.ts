/** Where a request goes: the name of an operation and the parts of its path. */
export interface Route {
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
}

const ROUTES: readonly (readonly [string, RegExp, string])[] = [
  ['POST', /^\/v4\/spreadsheets$/, 'spreadsheets.create'],
  ['GET', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)$/, 'spreadsheets.get'],
  ['POST', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+):getByDataFilter$/, 'spreadsheets.getByDataFilter'],
  ['POST', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+):batchUpdate$/, 'spreadsheets.batchUpdate'],
  [
    'GET',
    /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/developerMetadata\/(?<metadataId>\d+)$/,
    'developerMetadata.get',
  ],
  ['POST', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/developerMetadata:search$/, 'developerMetadata.search'],
  ['POST', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/sheets\/(?<sheetId>\d+):copyTo$/, 'sheets.copyTo'],
  ['GET', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/values:batchGet$/, 'values.batchGet'],
  ['POST', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/values:(?<verb>batch\w+)$/, 'values.$verb'],
  [
    'POST',
    /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/values\/(?<range>.+):(?<verb>clear|append)$/,
    'values.$verb',
  ],
  ['GET', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/values\/(?<range>.+)$/, 'values.get'],
  ['PUT', /^\/v4\/spreadsheets\/(?<spreadsheetId>[^/:]+)\/values\/(?<range>.+)$/, 'values.update'],
  ['POST', /^\/drive\/v3\/files$/, 'drive.files.create'],
  ['POST', /^(?:\/resumable)?\/upload\/drive\/v3\/files$/, 'drive.files.create'],
  ['PATCH', /^(?:\/resumable)?\/upload\/drive\/v3\/files\/(?<fileId>[^/]+)$/, 'drive.files.update'],
  ['GET', /^\/drive\/v3\/files$/, 'drive.files.list'],
  ['GET', /^\/drive\/v3\/about$/, 'drive.about.get'],
  ['GET', /^\/drive\/v3\/files\/(?<fileId>[^/]+)$/, 'drive.files.get'],
  ['PATCH', /^\/drive\/v3\/files\/(?<fileId>[^/]+)$/, 'drive.files.update'],
  ['GET', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/export$/, 'drive.files.export'],
  ['GET', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/comments$/, 'drive.comments.list'],
  ['POST', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions$/, 'drive.permissions.create'],
  ['GET', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions$/, 'drive.permissions.list'],
  ['GET', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions\/(?<permissionId>[^/]+)$/, 'drive.permissions.get'],
  ['PATCH', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions\/(?<permissionId>[^/]+)$/, 'drive.permissions.update'],
  ['DELETE', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/permissions\/(?<permissionId>[^/]+)$/, 'drive.permissions.delete'],
  ['DELETE', /^\/drive\/v3\/files\/(?<fileId>[^/]+)$/, 'drive.files.delete'],
  ['POST', /^\/drive\/v3\/files\/(?<fileId>[^/]+)\/copy$/, 'drive.files.copy'],
  ['GET', /^\/drive\/v3\/changes\/startPageToken$/, 'drive.changes.getStartPageToken'],
  ['GET', /^\/drive\/v3\/changes$/, 'drive.changes.list'],
];

/** Behind an id: some clients write `ID/:batchUpdate` and `ID/`, and Google takes both. */
const STRAY_SLASH = /^(\/v4\/spreadsheets\/[^/:]+|\/drive\/v3\/files\/[^/:]+)\/(?=:|$)/;

/** The path is decoded: a tab's name may hold any character, and clients encode it in different ways. */
export function findRoute(method: string, given: string): Route | undefined {
  const path = given.replace(STRAY_SLASH, '$1');
  for (const [verb, pattern, name] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (!match) continue;
    const { verb: custom, ...parts } = match.groups ?? {};
    return { operation: custom === undefined ? name : name.replace('$verb', custom), path: parts };
  }
  return undefined;
}
