import {
  type CertificateServer,
  certificateServer,
  claims,
  type SigningKey,
  signingKey,
  token,
} from './identity-tokens.ts';
import { type HttpAnswer, localHttp } from './local-http.ts';

/** The hosts of Google that give out tokens and certificates, before a Sheets server that signs in. */
export interface GoogleSignIn {
  readonly url: string;
  /** Set by tests: how the exchange of an AWS role for a token is answered; absent = as it should be. */
  exchange: HttpAnswer | undefined;
  /** What Google states of a person whom the menu of the sheet was opened by. */
  identity(email: string, audience: string): string;
  close(): Promise<void>;
}

/** `google`: address of the Sheets server. */
export async function startGoogleSignIn(google: string): Promise<GoogleSignIn> {
  const key: SigningKey = signingKey();
  const certificates: CertificateServer = await certificateServer(key);
  const { url, close } = await localHttp(async ({ url: path = '/', method = 'GET', headers }, body) => {
    if (path === '/v1/token' && signIn.exchange !== undefined) return signIn.exchange;
    const at = path.startsWith('/oauth2/') ? certificates.url : google;
    const { authorization, 'content-type': type } = headers;
    const answer = await fetch(new URL(path, at), {
      method,
      headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
      ...(method !== 'GET' && { body }),
    });
    const kind = answer.headers.get('content-type') ?? 'application/json';
    return { status: answer.status, headers: { 'content-type': kind }, body: await answer.text() };
  });
  const signIn: GoogleSignIn = {
    url,
    exchange: undefined,
    identity: (email, aud) => token(claims(Date.now(), { email, aud, azp: aud }), key),
    close: async () => void (await Promise.all([close(), certificates.close()])),
  };
  return signIn;
}
