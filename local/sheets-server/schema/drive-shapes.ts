/** What one operation of the Drive API takes and answers. */
export interface DriveShape {
  readonly body?: string;
  /** `bool`, `string`, `1..1000` (a whole number between), or the words that it may be: `domain|user`. */
  readonly query: Readonly<Record<string, string>>;
  /** Parameters without which it does nothing. */
  readonly required?: readonly string[];
  /** Absent: an empty answer, or a file. */
  readonly answer?: string;
}

const DRIVES = { supportsAllDrives: 'bool', supportsTeamDrives: 'bool' };
const ALL_DRIVES = {
  ...DRIVES,
  driveId: 'string',
  includeItemsFromAllDrives: 'bool',
  includeTeamDriveItems: 'bool',
  spaces: 'string',
  teamDriveId: 'string',
};
const PAGE = { pageSize: '1..1000', pageToken: 'string' };
const VIEW = { includeLabels: 'string', includePermissionsForView: 'string' };
const WRITE = {
  ...DRIVES,
  ...VIEW,
  enforceSingleParent: 'bool',
  keepRevisionForever: 'bool',
  ocrLanguage: 'string',
};
const ADMIN = { ...DRIVES, useDomainAdminAccess: 'bool' };

export const DRIVE_SHAPES: Readonly<Record<string, DriveShape>> = {
  'drive.about.get': { query: {}, answer: 'About' },
  'drive.changes.getStartPageToken': {
    query: { ...DRIVES, driveId: 'string', teamDriveId: 'string' },
    answer: 'StartPageToken',
  },
  'drive.changes.list': {
    query: {
      ...ALL_DRIVES,
      ...PAGE,
      ...VIEW,
      includeCorpusRemovals: 'bool',
      includeRemoved: 'bool',
      restrictToMyDrive: 'bool',
    },
    required: ['pageToken'],
    answer: 'ChangeList',
  },
  'drive.comments.list': {
    query: { includeDeleted: 'bool', pageSize: '1..100', pageToken: 'string', startModifiedTime: 'string' },
    answer: 'CommentList',
  },
  'drive.files.copy': { body: 'File', query: { ...WRITE, ignoreDefaultVisibility: 'bool' }, answer: 'File' },
  'drive.files.create': {
    body: 'File',
    query: { ...WRITE, ignoreDefaultVisibility: 'bool', useContentAsIndexableText: 'bool' },
    answer: 'File',
  },
  'drive.files.delete': { query: { ...DRIVES, enforceSingleParent: 'bool' } },
  'drive.files.export': { query: { mimeType: 'string' }, required: ['mimeType'] },
  'drive.files.get': { query: { ...DRIVES, ...VIEW, acknowledgeAbuse: 'bool' }, answer: 'File' },
  'drive.files.list': {
    query: {
      ...ALL_DRIVES,
      ...PAGE,
      ...VIEW,
      corpora: 'string',
      corpus: 'domain|user',
      orderBy: 'string',
      q: 'string',
    },
    answer: 'FileList',
  },
  'drive.files.update': {
    body: 'File',
    query: { ...WRITE, addParents: 'string', removeParents: 'string', useContentAsIndexableText: 'bool' },
    answer: 'File',
  },
  'drive.permissions.create': {
    body: 'Permission',
    query: {
      ...ADMIN,
      emailMessage: 'string',
      enforceExpansiveAccess: 'bool',
      enforceSingleParent: 'bool',
      moveToNewOwnersRoot: 'bool',
      sendNotificationEmail: 'bool',
      transferOwnership: 'bool',
    },
    answer: 'Permission',
  },
  'drive.permissions.delete': { query: { ...ADMIN, enforceExpansiveAccess: 'bool' } },
  'drive.permissions.get': { query: ADMIN, answer: 'Permission' },
  'drive.permissions.list': {
    query: { ...ADMIN, includePermissionsForView: 'string', pageSize: '1..100', pageToken: 'string' },
    answer: 'PermissionList',
  },
  'drive.permissions.update': {
    body: 'Permission',
    query: { ...ADMIN, enforceExpansiveAccess: 'bool', removeExpiration: 'bool', transferOwnership: 'bool' },
    answer: 'Permission',
  },
};
