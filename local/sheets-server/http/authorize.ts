import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';

const MESSAGE =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/** Any caller is let in unless the server was started with a token. */
export function authorize(request: IncomingMessage, url: URL, token: string | undefined): void {
  if (token === undefined) return;
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const given = bearer ?? url.searchParams.get('access_token');
  if (given !== token) throw new ApiError(401, MESSAGE);
}
