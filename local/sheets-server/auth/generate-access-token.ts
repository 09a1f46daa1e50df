import { ApiError, invalid } from '../api-error.ts';
import { arrayOf, type JsonObject, stringOf } from '../json.ts';
import type { Grant, Tokens } from './tokens.ts';

/** A federated token acts as a service account: `.../serviceAccounts/EMAIL:generateAccessToken`. */
export function generateAccessToken(
  tokens: Tokens,
  caller: Grant | undefined,
  email: string,
  body: JsonObject,
): JsonObject {
  if (caller === undefined)
    throw new ApiError(
      401,
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    );
  const scopes = arrayOf(body.scope).flatMap((scope) => stringOf(scope) ?? []);
  if (scopes.length === 0) throw invalid('Scope is required.');
  const seconds = Number(/^(\d+)s$/.exec(stringOf(body.lifetime) ?? '3600s')?.[1] ?? Number.NaN);
  if (!(seconds > 0 && seconds <= 3600)) throw invalid('The lifetime must be between 1s and 3600s.');
  return {
    accessToken: tokens.issue(email, scopes, seconds),
    expireTime: new Date(tokens.now + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
  };
}
