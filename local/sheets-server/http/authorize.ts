import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import type { Tokens } from '../auth/tokens.ts';

const MESSAGE =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

export interface Guard {
  /** The only token let in. */
  readonly token: string | undefined;
  /** Whether only tokens that the server gave out are let in. */
  readonly signIn: boolean;
  readonly tokens: Tokens;
}

/** The bearer token of a request, from its header or its address. */
export const bearerOf = (request: IncomingMessage, url: URL): string | undefined =>
  /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ??
  url.searchParams.get('access_token') ??
  undefined;

/** Both APIs also take keys for reading: who says nothing of himself is told another thing there. */
const anonymous = (reading: boolean): ApiError =>
  reading
    ? new ApiError(
        403,
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
      )
    : new ApiError(
        401,
        'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
      );

/** Any caller is let in unless the server was started with a token, or to want one of its own. Throws 401 or 403. */
export function authorize(request: IncomingMessage, url: URL, operation: string, guard: Guard): void {
  const { token, signIn, tokens } = guard;
  if (token === undefined && !signIn) return;
  const given = bearerOf(request, url);
  if (given === undefined) throw anonymous(request.method === 'GET');
  if (token !== undefined && given === token) return;
  const grant = signIn ? tokens.find(given) : undefined;
  if (grant === undefined) throw new ApiError(401, MESSAGE);
  const wanted = scopesFor(operation, request.method === 'GET');
  if (grant.scopes.some((scope) => wanted.has(scope))) return;
  const service = operation.startsWith('drive.') ? 'drive.googleapis.com' : 'sheets.googleapis.com';
  throw new ApiError(403, 'Request had insufficient authentication scopes.', [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      domain: 'googleapis.com',
      metadata: { service },
    },
  ]);
}

const set = (...names: string[]) => new Set(names.map((name) => `https://www.googleapis.com/auth/${name}`));

const SHEETS = ['spreadsheets', 'drive', 'drive.file'];
const DRIVE = ['drive', 'drive.file'];
const SCOPES = {
  sheets: set(...SHEETS),
  sheetsReading: set(...SHEETS, 'spreadsheets.readonly', 'drive.readonly'),
  drive: set(...DRIVE),
  driveReading: set(...DRIVE, 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'),
};

/** The scopes of which one is enough; that of spreadsheets alone opens no door of Drive. */
function scopesFor(operation: string, reading: boolean): ReadonlySet<string> {
  if (operation.startsWith('drive.')) return reading ? SCOPES.driveReading : SCOPES.drive;
  return reading ? SCOPES.sheetsReading : SCOPES.sheets;
}
