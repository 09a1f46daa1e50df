import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { googleIdentity } from '../../lambdas/sync-now/google-identity.ts';
import {
  AUDIENCE,
  type CertificateServer,
  certificateServer,
  claims,
  HEADER,
  hmacToken,
  signingKey,
  token,
  unsignedToken,
} from '../support/identity-tokens.ts';

const NOW = Date.parse('2026-11-20T15:00:00Z');
const SECONDS = NOW / 1000;
const google = signingKey();
const stranger = signingKey();

let server: CertificateServer;
beforeEach(async () => {
  server = await certificateServer(google);
  // The library reads the clock; timers stay real.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

const verify = (idToken: string, audiences: readonly string[] = ['other', AUDIENCE]) =>
  googleIdentity({ audiences, authUrl: server.url }).verify(idToken);
const of = (over: Record<string, unknown> = {}): string => token(claims(NOW, over), google);

describe('a token of Google', () => {
  test('tells the e-mail, and until when anybody takes the token', async () => {
    expect(new X509Certificate(google.certificate).verify(google.publicKey)).toBe(true);
    expect(await verify(of())).toEqual({ email: 'rep@example.com', usableUntil: NOW + 3_900_000 });
    expect(await verify(of({ iss: 'accounts.google.com' }))).toMatchObject({ email: 'rep@example.com' });
  });

  test('is not taken one second after that', async () => {
    const one = of({ exp: SECONDS });
    vi.setSystemTime(NOW + 300_000);
    expect(await verify(one)).toMatchObject({ usableUntil: NOW + 300_000 });
    vi.setSystemTime(NOW + 301_000);
    expect(await verify(one)).toBe('refused');
  });

  test('may come from a clock that is five minutes ahead, and not more', async () => {
    for (const claim of ['iat', 'nbf']) {
      expect(await verify(of({ [claim]: SECONDS + 300 }))).toMatchObject({ email: 'rep@example.com' });
      expect(await verify(of({ [claim]: SECONDS + 301 }))).toBe('refused');
    }
  });

  test('is verified with certificates that are fetched once', async () => {
    await Promise.all([verify(of()), verify(of({ sub: '2' }))]);
    const asked = server.asked.length;
    await verify(of({ sub: '3' }));
    expect(server.asked).toHaveLength(asked);
    expect(new Set(server.asked)).toEqual(new Set(['/oauth2/v1/certs']));
  });
});

describe('refused', () => {
  const body = (over: Record<string, unknown> = {}) => claims(NOW, over);
  const swapped = (): string => {
    const [header, , signature] = of().split('.');
    return [header, of({ email: 'boss@example.com' }).split('.')[1], signature].join('.');
  };
  const REFUSED: readonly (readonly [string, () => string])[] = [
    ['signed by another key', () => token(body(), stranger)],
    ['signed by a key that Google does not name', () => token(body(), google, { ...HEADER, kid: 'unknown' })],
    ['a key id that every object has', () => token(body(), google, { ...HEADER, kid: 'constructor' })],
    ['the payload of another token', swapped],
    ['alg none, no signature', () => unsignedToken(body())],
    ['alg none, some signature', () => unsignedToken(body(), 'AAAA')],
    ['alg none, well signed', () => token(body(), google, { ...HEADER, alg: 'none' })],
    ['HS256 with the certificate as the secret', () => hmacToken(body(), google.certificate)],
    ['HS256 with the public key as the secret', () => hmacToken(body(), publicPem())],
    ['RS512', () => token(body(), google, { ...HEADER, alg: 'RS512' })],
    ['another audience', () => of({ aud: 'another.apps.googleusercontent.com' })],
    ['a list of audiences', () => of({ aud: [AUDIENCE] })],
    ['no audience', () => of({ aud: undefined })],
    ['another issuer', () => of({ iss: 'https://accounts.example.com' })],
    ['Google Cloud as issuer', () => of({ iss: 'googleapis.com' })],
    ['no expiry', () => of({ exp: undefined })],
    ['an expiry that is no number', () => of({ exp: 'never' })],
    ['an expiry in a week', () => of({ exp: SECONDS + 7 * 86_400 })],
    ['no time of issue', () => of({ iat: undefined })],
    ['an e-mail that is not verified', () => of({ email_verified: false })],
    ['nothing about whether it is verified', () => of({ email_verified: undefined })],
    ['verified in words', () => of({ email_verified: 'true' })],
    ['no e-mail', () => of({ email: undefined })],
    ['an e-mail that is a list', () => of({ email: ['rep@example.com'] })],
    ['no object', () => token('rep@example.com', google)],
    ['null', () => token(null, google)],
    ['no token', () => 'abc'],
    ['four parts', () => `${of()}.AAAA`],
    ['a header that is no JSON', () => `AAAA.${of().split('.').slice(1).join('.')}`],
    ['nothing', () => ''],
  ];
  const publicPem = (): string => google.publicKey.export({ type: 'spki', format: 'pem' }).toString();

  test.each(REFUSED)('%s', async (_, make) => {
    expect(await verify(make())).toBe('refused');
  });

  test('every token, while no audience is set', async () => {
    expect(await verify(of(), [])).toBe('refused');
  });

  test('what names another algorithm, before anything is fetched', async () => {
    await verify(unsignedToken(body(), 'AAAA'));
    expect(server.asked).toEqual([]);
  });
});

test('certificates that cannot be had are not the fault of the token, and are asked for again', async () => {
  server.status = 404;
  expect(await verify(of())).toBe('unavailable');
  server.status = 200;
  expect(await verify(of())).toMatchObject({ email: 'rep@example.com' });
});
