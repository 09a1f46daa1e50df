import type { GoogleAuthority } from '../google/auth.ts';
import { authorityFor } from '../google/authority-for.ts';
import type { Meter, SheetsPort, StorePort } from '../ports.ts';
import { openSheets } from '../sheets/open-sheets.ts';
import { dynamodbClient } from '../store/dynamodb-client.ts';
import { openStore } from '../store/open-store.ts';
import { type Environment, readConfig } from './config.ts';
import { openSecret } from './secret.ts';

/** What the stages need from outside, wired once for handlers, the command line and the end-to-end tests. */
export interface Composed {
  readonly sheets: SheetsPort;
  readonly store: StorePort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

export interface ComposeOptions {
  /** E-mail of the Google service account to act as; absent = the first of the environment. */
  readonly account?: string | undefined;
  readonly clock?: () => number;
  readonly meter?: Meter;
  /** Epoch milliseconds at which everything must be over. */
  readonly deadline?: () => number;
}

/** The real clients at the addresses of the environment; nothing is sent before it is needed. */
export function compose(env: Environment, options: ComposeOptions = {}): Composed {
  const { account, clock = Date.now, meter, deadline } = options;
  return {
    sheets: composeSheets(env, { account, meter, deadline }),
    store: composeStore(env, { clock, meter, deadline }),
    clock,
  };
}

interface Parts {
  readonly account?: string | undefined;
  readonly clock?: () => number;
  readonly meter?: Meter | undefined;
  readonly deadline?: (() => number) | undefined;
}

function composeSheets(env: Environment, { account, meter, deadline }: Parts): SheetsPort {
  const config = readConfig(env);
  const serviceAccount = account ?? config.serviceAccounts[0];
  const auth = googleAuthority(env, serviceAccount);
  return openSheets({ auth, rootUrl: config.sheetsRootUrl, serviceAccount, meter, deadline });
}

/** Who to ask Google as; `account` is the e-mail of a service account, of those that can be acted as. */
export function googleAuthority(env: Environment, account: string | undefined): GoogleAuthority {
  const { sheetsToken, googleAudience, googleKeySecret, googleAuthUrl } = readConfig(env);
  return authorityFor({
    account,
    localToken: sheetsToken,
    audience: googleAudience,
    keys: googleKeySecret === undefined ? undefined : openSecret(googleKeySecret),
    authUrl: googleAuthUrl,
    env,
  });
}

export function composeStore(env: Environment, { clock = Date.now, meter, deadline }: Parts = {}): StorePort {
  const config = readConfig(env);
  const client = dynamodbClient(config.dynamodbEndpoint === undefined ? {} : { endpoint: config.dynamodbEndpoint });
  return openStore({
    client,
    table: config.table,
    clock,
    ...(meter && { meter }),
    ...(deadline && { deadline: () => deadline() - Date.now() }),
  });
}
