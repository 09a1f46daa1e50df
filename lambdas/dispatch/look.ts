import { SheetsError } from '../domain/sheets-errors.ts';
import type { DrivePort, RegistryPort } from '../ports.ts';

/** The event with which `leadsheet doctor` asks whether Google lets the deployed functions in. */
export const LOOK = { look: true } as const;

export const isLook = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'look' in event && event.look === true;

export interface Looked {
  /** By e-mail: of the settings, and of the workbooks that are served. */
  readonly accounts: readonly LookedAs[];
}

export interface LookedAs {
  readonly account: string;
  /** Absent when Google answered. */
  readonly refused?: { readonly kind: SheetsError['kind']; readonly message: string };
}

export interface LookDeps {
  readonly registry: Pick<RegistryPort, 'list'>;
  /** What a service account can see; signed in anew, so that the answer is of now and not of the last hour. */
  readonly drive: (account: string) => Pick<DrivePort, 'startPageToken'>;
  /** E-mails of the settings, of which no workbook may be served yet. */
  readonly serviceAccounts: readonly string[];
}

/** One request to Drive as each service account, as a tick makes it. Sends nothing and notes nothing. */
export async function look({ registry, drive, serviceAccounts }: LookDeps): Promise<Looked> {
  const served = (await registry.list()).map(({ account }) => account);
  const accounts = [...new Set([...serviceAccounts, ...served])];
  return { accounts: await Promise.all(accounts.map((account) => lookAs(account, drive(account)))) };
}

async function lookAs(account: string, drive: Pick<DrivePort, 'startPageToken'>): Promise<LookedAs> {
  try {
    await drive.startPageToken();
    return { account };
  } catch (error) {
    if (error instanceof SheetsError) return { account, refused: { kind: error.kind, message: error.message } };
    throw error;
  }
}
