import type { JsonObject } from '../json.ts';
import { DriveError } from './drive-error.ts';

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Fields of a file that Drive alone sets. `kind` it passes over: clients send it with every resource. */
export const FILE_OUTPUT = words(`
  capabilities driveId explicitlyTrashed exportLinks fileExtension fullFileExtension hasAugmentedPermissions
  hasThumbnail headRevisionId iconLink imageMediaMetadata isAppAuthorized lastModifyingUser md5Checksum modifiedByMe
  ownedByMe owners permissionIds permissions quotaBytesUsed resourceKey sha1Checksum sha256Checksum shared sharingUser
  size spaces teamDriveId thumbnailLink thumbnailVersion trashingUser version videoMediaMetadata viewedByMe
  webContentLink webViewLink
`);
/** These two are set when a file is made, and never again. */
const FILE_ONCE = words('id createdTime');
export const PERMISSION_OUTPUT = words('deleted displayName permissionDetails photoLink teamDrivePermissionDetails');
const PERMISSION_ONCE = words('type emailAddress domain allowFileDiscovery');

const refused = (message = 'The resource body includes fields which are not directly writable.') =>
  new DriveError(403, message, 'fieldNotWritable');

const has = (body: JsonObject, names: ReadonlySet<string>) => Object.keys(body).some((name) => names.has(name));

/** A body of `create` or `copy` (`made`), or of `update`. Throws Drive's 403. */
export function checkFileBody(body: JsonObject, made: boolean): void {
  if (has(body, FILE_OUTPUT) || (!made && has(body, FILE_ONCE))) throw refused();
  if (!made && 'parents' in body)
    throw refused(
      'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
    );
}

export function checkPermissionBody(body: JsonObject, made: boolean): void {
  if (has(body, PERMISSION_OUTPUT) || (!made && has(body, PERMISSION_ONCE))) throw refused();
}
