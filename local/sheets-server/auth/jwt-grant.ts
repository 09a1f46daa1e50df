import { verify } from 'node:crypto';
import { isObject, type JsonObject, numberOf, stringOf } from '../json.ts';
import { OAuthError } from './oauth-error.ts';
import type { Tokens } from './tokens.ts';

/** Where Google's clients say that they send the assertion. */
const AUDIENCES = new Set(['https://oauth2.googleapis.com/token', 'https://www.googleapis.com/oauth2/v4/token']);
const HOUR = 3600;
/** Clocks may differ by this many seconds. */
const LEEWAY = 300;

export type Keys = Readonly<Record<string, string>>;

/**
 * A service account's signed assertion for an access token. The signature is checked when `keys` has the account's
 * public key (PEM); its form, audience, times and scope always.
 */
export function jwtGrant(tokens: Tokens, keys: Keys, own: string, form: URLSearchParams): JsonObject {
  const assertion = form.get('assertion') ?? '';
  const [header = '', payload = '', signature = '', ...more] = assertion.split('.');
  const head = decode(header);
  const claims = decode(payload);
  if (more.length > 0 || signature === '' || head?.alg !== 'RS256' || claims === undefined)
    throw new OAuthError('invalid_grant', 'Invalid JWT: an RS256 signed assertion is needed.');
  const issuer = stringOf(claims.iss) ?? '';
  const audience = stringOf(claims.aud) ?? '';
  if (issuer === '') throw new OAuthError('invalid_grant', 'Invalid issuer: Not a valid email or user ID.');
  if (!AUDIENCES.has(audience) && audience !== own)
    throw new OAuthError('invalid_grant', `Invalid JWT: Failed audience check. Expected ${own}, got ${audience}.`);
  checkTimes(claims, tokens.now / 1000);
  const key = keys[issuer];
  if (
    key !== undefined &&
    !verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))
  )
    throw new OAuthError('invalid_grant', 'Invalid JWT Signature.');
  const scopes = (stringOf(claims.scope) ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0) throw new OAuthError('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  return { access_token: tokens.issue(issuer, scopes, HOUR), expires_in: HOUR - 1, token_type: 'Bearer' };
}

function checkTimes(claims: JsonObject, now: number): void {
  const [issued, expires] = [numberOf(claims.iat), numberOf(claims.exp)];
  if (
    issued === undefined ||
    expires === undefined ||
    expires - issued > HOUR ||
    expires < now - LEEWAY ||
    issued > now + LEEWAY
  )
    throw new OAuthError(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    );
}

function decode(part: string): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
