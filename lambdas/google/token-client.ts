import type { GoogleClient } from './auth.ts';

interface Token {
  readonly access_token: string;
  /** Epoch milliseconds. */
  readonly expiry_date: number;
}

/** A client that asks for a token at its first request, and again when it runs out. */
export async function tokenClient(fetchToken: () => Promise<Token>): Promise<GoogleClient> {
  const { OAuth2Client } = await import('google-auth-library');
  const client = new OAuth2Client();
  client.refreshHandler = fetchToken;
  return client;
}

/** After a 401: the next request asks for another token, instead of sending the refused one until it runs out. */
export function forgetToken(client: GoogleClient): void {
  if ('refreshHandler' in client && client.refreshHandler !== undefined) client.setCredentials({});
}
