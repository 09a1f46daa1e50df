import { isObject, type JsonObject, stringOf, withoutEmpty } from '../json.ts';
import type { WriteOperation } from '../operation.ts';
import { DriveError } from './drive-error.ts';
import { changeFile, permissionsOf } from './file-state.ts';

const TYPES = new Set(['user', 'group', 'domain', 'anyone']);
const ROLES = new Set(['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']);

/** Sharing with somebody again changes the role. Answers the permission. */
export const permissionCreate: WriteOperation = {
  name: 'drive.permission.create',
  writes: true,
  run(draft, { body, query }, mint) {
    const email = stringOf(body.emailAddress);
    const domain = stringOf(body.domain);
    const permissions = permissionsOf(draft);
    const owned = permissions.some((other) => other.role === 'owner' && other.emailAddress === email);
    // To give a file to the one who has it is no transfer.
    const { type, role } = checkGrant(body, query.transferOwnership?.[0] === 'true' || owned);
    const present = permissions.find(
      (other) =>
        other.type === type &&
        stringOf(other.emailAddress)?.toLowerCase() === email?.toLowerCase() &&
        stringOf(other.domain) === domain,
    );
    const id =
      present?.id ?? (type === 'anyone' ? 'anyoneWithLink' : String(mint.number(() => false)).padStart(20, '1'));
    const permission = withoutEmpty({
      kind: 'drive#permission',
      id,
      type,
      role,
      emailAddress: email,
      domain,
      displayName: email ?? domain,
      ...(type === 'anyone' || type === 'domain' ? { allowFileDiscovery: body.allowFileDiscovery === true } : {}),
      expirationTime: body.expirationTime,
    });
    changeFile(draft, { permissions: [...permissions.filter((other) => other !== present), permission] });
    return permission;
  },
};

function checkGrant(body: JsonObject, transfer: boolean): { type: string; role: string } {
  const [type, role] = [stringOf(body.type) ?? '', stringOf(body.role) ?? ''];
  if (type === '') throw new DriveError(400, 'The permission type field is required.', 'required', 'permission.type');
  if (!TYPES.has(type)) throw new DriveError(400, 'The specified type is invalid.', 'invalid', 'permission.type');
  if (role === '') throw new DriveError(400, 'The permission role field is required.', 'required', 'permission.role');
  checkRole(role, transfer);
  if ((type === 'user' || type === 'group') && !/^[^@\s]+@[^@\s]+$/.test(stringOf(body.emailAddress) ?? ''))
    throw new DriveError(400, 'The specified emailAddress is invalid or not applicable for the given permission type.');
  if (type === 'domain' && stringOf(body.domain) === undefined)
    throw new DriveError(400, 'The specified domain is invalid or not applicable for the given permission type.');
  return { type, role };
}

function checkRole(role: string, transfer: boolean): void {
  if (!ROLES.has(role)) throw new DriveError(400, 'The specified role is invalid.', 'invalid', 'permission.role');
  if (role === 'owner' && !transfer)
    throw new DriveError(
      403,
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      'forbidden',
      'transferOwnership',
    );
}

/** The role alone can change. Answers the permission. */
export const permissionUpdate: WriteOperation = {
  name: 'drive.permission.update',
  writes: true,
  run(draft, { path, body, query }) {
    const found = requirePermission(permissionsOf(draft), path.permissionId ?? '');
    const role = stringOf(body.role) ?? stringOf(found.role) ?? '';
    checkRole(role, query.transferOwnership?.[0] === 'true' || role === found.role);
    const next = { ...found, role };
    changeFile(draft, { permissions: permissionsOf(draft).map((other) => (other === found ? next : other)) });
    return next;
  },
};

export const permissionDelete: WriteOperation = {
  name: 'drive.permission.delete',
  writes: true,
  run(draft, { path }) {
    const found = requirePermission(permissionsOf(draft), path.permissionId ?? '');
    if (found.role === 'owner')
      throw new DriveError(403, 'The owner of a file cannot be removed.', 'insufficientFilePermissions');
    changeFile(draft, { permissions: permissionsOf(draft).filter((other) => other !== found) });
    return {};
  },
};

export function requirePermission(permissions: readonly JsonObject[], id: string): JsonObject {
  const found = permissions.find((permission) => isObject(permission) && permission.id === id);
  if (found === undefined) throw new DriveError(404, `Permission not found: ${id}.`, 'notFound', 'permissionId');
  return found;
}
