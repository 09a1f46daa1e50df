import type { DrivePort, RegistryPort } from '../ports.ts';
import type { News } from './hints-to-send.ts';

export interface Heard {
  readonly account: string;
  readonly news: News;
  /** The page token that was saved. */
  readonly from: string | undefined;
  /** The page token to save when all hints are sent. */
  readonly to: string;
}

export interface Failed {
  readonly account: string;
  readonly error: unknown;
}

/**
 * What an account could see change since it was last asked. Without a place to go on from, a new one is taken before
 * the workbooks are looked at, so that no edit falls in between. Never throws for Google: one account holds up no other.
 */
export async function askDrive(registry: RegistryPort, drive: DrivePort, account: string): Promise<Heard | Failed> {
  const from = await registry.readPageToken(account);
  try {
    const changes = from === undefined ? 'expired' : await drive.changesSince(from);
    if (changes === 'expired') return { account, news: 'anything', from, to: await drive.startPageToken() };
    return { account, news: changes.changed, from, to: changes.pageToken };
  } catch (error) {
    return { account, error };
  }
}
