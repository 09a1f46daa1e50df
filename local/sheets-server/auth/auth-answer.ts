import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { bearerOf } from '../http/authorize.ts';
import { readBody, readText } from '../http/read-body.ts';
import { type Answer, jsonAnswer } from '../http/respond.ts';
import type { JsonObject } from '../json.ts';
import { generateAccessToken } from './generate-access-token.ts';
import { jwtGrant, type Keys } from './jwt-grant.ts';
import { OAuthError } from './oauth-error.ts';
import { tokenExchange } from './token-exchange.ts';
import type { Tokens } from './tokens.ts';

const IMPERSONATE = /^\/v1\/projects\/-\/serviceAccounts\/([^/:]+):generateAccessToken$/;
const HOUR = 3600;

/** The answer of the sign-in addresses: `/token`, `/v1/token` and `...:generateAccessToken`; undefined elsewhere. */
export async function authAnswer(
  tokens: Tokens,
  keys: Keys,
  request: IncomingMessage,
  url: URL,
): Promise<Answer | undefined> {
  const email = IMPERSONATE.exec(decodeURI(url.pathname))?.[1];
  if (request.method !== 'POST' || (email === undefined && !/^\/(v1\/)?token$/.test(url.pathname))) return undefined;
  try {
    if (email !== undefined) {
      const { json } = await readBody(request);
      return jsonAnswer(200, generateAccessToken(tokens, tokens.find(bearerOf(request, url)), email, json), true);
    }
    const form = new URLSearchParams((await readText(request)).text);
    // Some clients name the address that they really send to as the audience.
    const own = `http://${request.headers.host ?? '127.0.0.1'}/token`;
    return jsonAnswer(200, grant(tokens, keys, own, form), true);
  } catch (error) {
    if (error instanceof OAuthError) return jsonAnswer(error.status, error.body(), true);
    if (error instanceof ApiError) return jsonAnswer(error.code, error.body(), true);
    throw error;
  }
}

function grant(tokens: Tokens, keys: Keys, own: string, form: URLSearchParams): JsonObject {
  const type = form.get('grant_type');
  if (type === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return jwtGrant(tokens, keys, own, form);
  if (type === 'urn:ietf:params:oauth:grant-type:token-exchange') return tokenExchange(tokens, form);
  if (type === 'refresh_token') return refresh(tokens, form);
  throw new OAuthError('unsupported_grant_type', `Invalid grant_type: ${type}`);
}

/** A person's refresh token, as `gcloud auth application-default login` leaves one: any will do, for any scope. */
function refresh(tokens: Tokens, form: URLSearchParams): JsonObject {
  if ((form.get('refresh_token') ?? '') === '' || (form.get('client_id') ?? '') === '')
    throw new OAuthError('invalid_request', 'Missing required parameter: refresh_token or client_id');
  const scope = 'https://www.googleapis.com/auth/drive';
  return { access_token: tokens.issue('a person', [scope], HOUR), expires_in: HOUR - 1, scope, token_type: 'Bearer' };
}
