import { applicationDefault, type GoogleAuthority, localToken } from './auth.ts';
import type { AwsEnvironment } from './aws-credentials.ts';
import { federated } from './federation.ts';
import { type KeyStore, storedKey } from './service-account-key.ts';

export interface SignIn {
  /** E-mail of the service account to act as. */
  readonly account: string | undefined;
  readonly localToken?: string | undefined;
  /** Of the workload identity federation. */
  readonly audience?: string | undefined;
  readonly keys?: KeyStore | undefined;
  /** Only for tests: instead of the hosts of Google that give out tokens. */
  readonly authUrl?: string | undefined;
  readonly env: AwsEnvironment;
  /** Not as who was let in before: to see whether that would still be so. */
  readonly anew?: boolean;
}

/** Tokens live for an hour, and functions stay warm: who asked for the last message asks for the next one. */
const warm = new Map<string, GoogleAuthority>();

/** Who to ask Google as: a local token, else federation, else a stored key, else application default credentials. */
export function authorityFor(signIn: SignIn): GoogleAuthority {
  const { account, audience, keys, authUrl, env } = signIn;
  if (signIn.localToken !== undefined) return localToken(signIn.localToken);
  const by = signIn.anew ? unkept : kept;
  if (audience !== undefined)
    return by([audience, account, authUrl, env.AWS_ACCESS_KEY_ID], () =>
      federated({ audience, account, authUrl, env }),
    );
  if (keys !== undefined) return by([keys.name, account, authUrl], () => storedKey({ store: keys, account, authUrl }));
  return applicationDefault();
}

const unkept: typeof kept = (_, make) => make();

function kept(who: readonly (string | undefined)[], make: () => GoogleAuthority): GoogleAuthority {
  const name = JSON.stringify(who);
  const authority = warm.get(name) ?? make();
  warm.set(name, authority);
  return authority;
}
