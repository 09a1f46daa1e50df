import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type LocalHttp, localHttp } from './local-http.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

export const AUDIENCE = '123456-sheet.apps.googleusercontent.com';
export const KEY_ID = 'key-of-today';

export interface SigningKey {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** PEM */
  readonly certificate: string;
}

export function signingKey(): SigningKey {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...pair, certificate: selfSignedCertificate(pair.publicKey, pair.privateKey) };
}

type Claims = Readonly<Record<string, unknown>>;

/** What Google states of a person; seconds from `now` (epoch milliseconds). */
export const claims = (now: number, over: Claims = {}): Claims => ({
  iss: 'https://accounts.google.com',
  aud: AUDIENCE,
  azp: AUDIENCE,
  sub: '1234567890',
  email: 'rep@example.com',
  email_verified: true,
  iat: Math.floor(now / 1000),
  exp: Math.floor(now / 1000) + 3600,
  ...over,
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const HEADER: Claims = { alg: 'RS256', kid: KEY_ID, typ: 'JWT' };

export function token(payload: unknown, { privateKey }: SigningKey, header: Claims = HEADER): string {
  const signed = `${part(header)}.${part(payload)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey).toString('base64url')}`;
}

/** The classic forgery: the public certificate used as the secret of an HMAC. */
export function hmacToken(payload: unknown, secret: string): string {
  const signed = `${part({ ...HEADER, alg: 'HS256' })}.${part(payload)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

export const unsignedToken = (payload: unknown, signature = ''): string =>
  `${part({ ...HEADER, alg: 'none' })}.${part(payload)}.${signature}`;

export interface CertificateServer extends LocalHttp {
  /** Paths that were asked for. */
  readonly asked: string[];
  /** Set by tests: what it answers instead of the certificates. */
  status: number;
}

/** Serves the certificates at the path at which Google does. */
export async function certificateServer(key: SigningKey): Promise<CertificateServer> {
  const asked: string[] = [];
  const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=19000' };
  const { url, close } = await localHttp((request) => {
    asked.push(request.url ?? '');
    return { status: server.status, headers, body: JSON.stringify({ [KEY_ID]: key.certificate }) };
  });
  const server = { url, close, asked, status: 200 };
  return server;
}
