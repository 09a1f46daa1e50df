import { arrayOf, isObject, type Json, type JsonObject, objectOf, stringOf } from '../json.ts';
import { OAuthError } from './oauth-error.ts';
import type { Tokens } from './tokens.ts';

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const AWS_REQUEST = 'urn:ietf:params:aws:token-type:aws4_request';
const HOUR = 3600;
/** AWS takes a signed request for this long, in milliseconds. */
const SIGNED_FOR = 15 * 60 * 1000;
const SIGNED_HEADERS = ['host', 'x-amz-date'];

/**
 * An AWS role's signed GetCallerIdentity request for a federated token. AWS itself would be asked who signed it; here
 * the request's form is checked: what is signed, for which audience and when.
 */
export function tokenExchange(tokens: Tokens, form: URLSearchParams): JsonObject {
  const audience = form.get('audience') ?? '';
  if (!/^\/\/iam\.googleapis\.com\/.+\/providers\/.+$/.test(audience))
    throw new OAuthError(
      'invalid_request',
      'Invalid value for "audience". This value should be the full resource name of the Identity Provider.',
    );
  if (form.get('requested_token_type') !== ACCESS_TOKEN)
    throw new OAuthError('invalid_request', 'Invalid value for "requested_token_type".');
  if (form.get('subject_token_type') !== AWS_REQUEST)
    throw new OAuthError('invalid_request', 'The local server exchanges requests that AWS roles signed only.');
  checkSubject(form.get('subject_token') ?? '', audience, tokens.now);
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0) throw new OAuthError('invalid_scope', 'A scope is needed.');
  return {
    access_token: tokens.issue(audience, scopes, HOUR),
    issued_token_type: ACCESS_TOKEN,
    token_type: 'Bearer',
    expires_in: HOUR,
  };
}

function checkSubject(text: string, audience: string, now: number): void {
  const request = decode(text);
  const wrong = (why: string) => new OAuthError('invalid_grant', `Unable to verify AWS request: ${why}.`);
  if (request === undefined) throw wrong('the subject token is not the URL-encoded JSON of a request');
  if (
    request.method !== 'POST' ||
    !/^https?:\/\/[^/?]+\/?\?Action=GetCallerIdentity\b/.test(stringOf(request.url) ?? '')
  )
    throw wrong('it is not a GetCallerIdentity request');
  const headers = headersOf(request.headers);
  const signed =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[a-z0-9-]+\/sts\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=[0-9a-f]{64}$/.exec(
      headers.get('authorization') ?? '',
    )?.[1];
  if (signed === undefined) throw wrong('it has no AWS4-HMAC-SHA256 signature');
  for (const name of SIGNED_HEADERS) if (!signed.split(';').includes(name)) throw wrong(`${name} is not signed`);
  if (headers.get('x-goog-cloud-target-resource') !== audience) throw wrong('it was signed for another audience');
  const age = now - amazonTime(headers.get('x-amz-date') ?? '');
  if (!(Math.abs(age) < SIGNED_FOR)) throw wrong('its signature has expired');
}

function decode(text: string): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(decodeURIComponent(text));
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

const headersOf = (headers: Json | undefined): Map<string, string> =>
  new Map(
    arrayOf(headers).map((header) => {
      const { key, value } = objectOf(header);
      return [(stringOf(key) ?? '').toLowerCase(), stringOf(value) ?? ''];
    }),
  );

/** `20261116T093000Z`; not a number when it is none. */
function amazonTime(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
