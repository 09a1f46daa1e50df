import * as z from 'zod/mini';
import { SheetsError } from '../domain/sheets-errors.ts';
import { type GoogleAuthority, once, SCOPES } from './auth.ts';
import { failureOf } from './failure.ts';
import { isRefusal } from './refused-sign-in.ts';
import { saidBy } from './say-what-to-do.ts';
import { tokenClient } from './token-client.ts';

/** Where keys are kept. */
export interface KeyStore {
  /** For messages. */
  readonly name: string;
  /** The key file of one service account as Google makes it, or an array of them; remembered. */
  read(): Promise<string>;
  /** The next `read` is anew: Google refused what was read. */
  forget(): void;
}

export interface KeySignIn {
  readonly store: KeyStore;
  /** E-mail of the service account to act as; absent = that of the one key. */
  readonly account: string | undefined;
  /** Only for tests: instead of https://oauth2.googleapis.com/. */
  readonly authUrl?: string | undefined;
}

const key = z.object({ client_email: z.string(), private_key: z.string() });
type Key = z.infer<typeof key>;
const file = z.union([
  z.pipe(
    key,
    z.transform((one: Key) => [one]),
  ),
  z.array(key),
]);

/** The key of a service account, for who cannot have federation. Neither keys nor parts of them come into a message. */
export function storedKey({ store, account, authUrl }: KeySignIn): GoogleAuthority {
  return once(async () => {
    const { JWT } = await import('google-auth-library');
    const grant = async ({ client_email, private_key }: Key) => {
      const client = new JWT({ email: client_email, key: private_key, scopes: SCOPES });
      if (authUrl !== undefined) {
        client.transporter.interceptors.request.add({
          resolved: async (request) => ({ ...request, url: new URL('token', authUrl) }),
        });
      }
      const { access_token, expiry_date } = await client.authorize();
      return { access_token: access_token ?? '', expiry_date: expiry_date ?? 0 };
    };
    return tokenClient(async () => {
      const first = await keyOf(store, account);
      try {
        return await grant(first);
      } catch (error) {
        if (!isKeyRefused(error)) throw error;
        store.forget();
        const second = await keyOf(store, account);
        // Another was put there since: keys are changed while functions run.
        if (second.private_key !== first.private_key) return grant(second);
        throw refused(error, first.client_email, store.name);
      }
    });
  });
}

async function keyOf(store: KeyStore, account: string | undefined): Promise<Key> {
  const keys = parse(await store.read(), store.name);
  const found =
    keys.find(({ client_email }) => client_email === account) ??
    (account === undefined && keys.length === 1 ? keys[0] : undefined);
  if (found) return found;
  const there = keys.map(({ client_email }) => client_email).join(', ') || 'none';
  const wanted =
    account === undefined ? 'Say which to act as with -c serviceAccounts=...' : `Add the key of ${account}.`;
  throw new SheetsError('credentials', `The secret ${store.name} has keys of ${there}. ${wanted}`);
}

function parse(text: string, name: string): readonly Key[] {
  const parsed = file.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new SheetsError(
    'credentials',
    `The secret ${name} is no key of a service account. Put in the JSON file that "gcloud iam service-accounts keys create" makes, or an array of several.`,
  );
}

/** Undefined for what is no JSON: the parser's own words would quote the key. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** No answer at all from the signing: the private key is not one. */
const isKeyRefused = (error: unknown): boolean => isRefusal(error) || (error instanceof Error && !('config' in error));

function refused(error: unknown, account: string, name: string): SheetsError {
  const failure = failureOf(error);
  const said = isRefusal(error) ? ` ${saidBy(failure)}` : ' Its private_key is not one.';
  return new SheetsError(
    'credentials',
    `Google does not take the key of ${account} in the secret ${name}.${said} Check that it is there and switched on ("gcloud iam service-accounts keys list --iam-account ${account}") and that the clock is right, or store a new one.`,
  );
}
