import { remembered } from '../domain/cells/remembered.ts';
import { type LastReadings, lastReadings } from '../domain/rows/last-readings.ts';
import { openDrive } from '../drive/open-drive.ts';
import type { GoogleAuthority } from '../google/auth.ts';
import { authorityFor } from '../google/authority-for.ts';
import type { CallOptions } from '../google/call.ts';
import type { DrivePort, Meter, RegistryPort, SheetsPort, StorePort } from '../ports.ts';
import { openSheets } from '../sheets/open-sheets.ts';
import { dynamodbClient } from '../store/dynamodb-client.ts';
import { openStore } from '../store/open-store.ts';
import { openRegistry } from '../store/registry/open-registry.ts';
import type { StoreOptions } from '../store/store-options.ts';
import { type Environment, readConfig } from './config.ts';
import { openSecret } from './secret.ts';

/** What the stages need from outside, wired once for handlers, the command line and the end-to-end tests. */
export interface Composed {
  readonly sheets: SheetsPort;
  readonly store: StorePort;
  readonly registry: RegistryPort;
  readonly readings: LastReadings;
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
  /** Asks Google for a token though a warm function has one that still holds. */
  readonly signInAnew?: boolean;
}

/** The real clients at the addresses of the environment; nothing is sent before it is needed. */
export function compose(env: Environment, options: ComposeOptions = {}): Composed {
  const table = tableOptions(env, options);
  return {
    sheets: openSheets(googleOptions(env, options)),
    store: openStore(table),
    registry: openRegistry(table),
    readings: warmReadings,
    clock: table.clock,
  };
}

/** For who never sees Google, and so does not carry its client along. */
export const composeStore = (env: Environment, options: ComposeOptions = {}): StorePort =>
  openStore(tableOptions(env, options));

export const composeRegistry = (env: Environment, options: ComposeOptions = {}): RegistryPort =>
  openRegistry(tableOptions(env, options));

export const composeDrive = (env: Environment, options: ComposeOptions = {}): DrivePort =>
  openDrive(googleOptions(env, options));

/** Who to ask Google as; `account` is the e-mail of a service account, of those that can be acted as. */
export function googleAuthority(env: Environment, account: string | undefined, anew = false): GoogleAuthority {
  const { sheetsToken, googleAudience, googleKeySecret, googleAuthUrl } = readConfig(env);
  return authorityFor({
    account,
    localToken: sheetsToken,
    audience: googleAudience,
    keys: googleKeySecret === undefined ? undefined : openSecret(googleKeySecret),
    authUrl: googleAuthUrl,
    env,
    anew,
  });
}

function googleOptions(env: Environment, { account, meter, deadline, signInAnew }: ComposeOptions): CallOptions {
  const config = readConfig(env);
  const serviceAccount = account ?? config.serviceAccounts[0];
  const auth = googleAuthority(env, serviceAccount, signInAnew);
  return { auth, rootUrl: config.sheetsRootUrl, serviceAccount, meter, deadline };
}

/** Kept by a warm function: what it read last, up to a quarter of the memory that ingest has. */
const warmReadings = lastReadings(250_000);

/** Kept by a warm function, so that the next run finds its connections open. */
const warmClient = remembered((endpoint: string | undefined) =>
  dynamodbClient(endpoint === undefined ? {} : { endpoint }),
);

function tableOptions(env: Environment, { clock = Date.now, meter, deadline }: ComposeOptions): StoreOptions {
  const config = readConfig(env);
  return {
    client: warmClient(config.dynamodbEndpoint),
    table: config.table,
    clock,
    ...(meter && { meter }),
    ...(deadline && { deadline: () => deadline() - Date.now() }),
  };
}
