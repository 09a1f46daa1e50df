import type { OAuth2Client } from 'google-auth-library';
import * as z from 'zod/mini';
import type { Identity, IdentityPort } from './identity.ts';

export interface GoogleIdentityOptions {
  /** Client ids that tokens may be made out to; none = every token is refused. */
  readonly audiences: readonly string[];
  /** Only for tests: replaces https://www.googleapis.com/. */
  readonly authUrl?: string | undefined;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
}

const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

/** How far clocks may differ: what google-auth-library allows for `iat` and `exp`. */
const SKEW_MS = 300_000;

const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string() });
const payloadSchema = z.object({
  email: z.string().check(z.maxLength(320), z.includes('@')),
  email_verified: z.literal(true),
  /** Seconds, as `nbf`. */
  exp: z.number(),
  nbf: z.optional(z.number()),
});

/** Google's identity tokens, verified with the certificates that Google publishes. */
export function googleIdentity({ audiences, authUrl, clock = Date.now }: GoogleIdentityOptions): IdentityPort {
  return {
    async verify(token) {
      if (!hasGoogleHeader(token)) return 'refused';
      const client = await clientAt(authUrl);
      // The two halves of `verifyIdToken`, apart: a failure of the first is Google's, of the second the token's.
      const certificates = await client.getFederatedSignonCertsAsync().catch(() => undefined);
      if (certificates === undefined) return 'unavailable';
      const ticket = await client
        .verifySignedJwtWithCertsAsync(token, certificates.certs, [...audiences], ISSUERS)
        // It refuses by throwing, and its words quote the token: they go nowhere.
        .catch(() => undefined);
      return identityOf(ticket?.getPayload(), clock());
    },
  };
}

/** Before anything is fetched. Google signs with RS256; whoever names another algorithm wants it checked another way. */
function hasGoogleHeader(token: string): boolean {
  const [header = ''] = token.split('.');
  try {
    return headerSchema.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))).success;
  } catch {
    return false;
  }
}

function identityOf(payload: unknown, now: number): Identity | 'refused' {
  const { data } = payloadSchema.safeParse(payload);
  if (!data || (data.nbf !== undefined && data.nbf * 1000 > now + SKEW_MS)) return 'refused';
  return { email: data.email, usableUntil: data.exp * 1000 + SKEW_MS };
}

/** Kept by a warm function, for the certificates in them: Google says for how many hours they hold. */
const clients = new Map<string | undefined, Promise<OAuth2Client>>();

function clientAt(authUrl: string | undefined): Promise<OAuth2Client> {
  const known = clients.get(authUrl) ?? openClient(authUrl);
  clients.set(authUrl, known);
  return known;
}

async function openClient(authUrl: string | undefined): Promise<OAuth2Client> {
  const { OAuth2Client } = await import('google-auth-library');
  return new OAuth2Client({
    // Milliseconds of one try, of three: somebody waits before the sheet.
    transporterOptions: { timeout: 3_000 },
    ...(authUrl !== undefined && {
      endpoints: { oauth2FederatedSignonPemCertsUrl: new URL('/oauth2/v1/certs', authUrl) },
    }),
  });
}
