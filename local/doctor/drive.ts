import * as z from 'zod';
import { ENV } from '../../lambdas/contract.ts';
import { driveError } from '../../lambdas/drive/call.ts';
import { failureOf } from '../../lambdas/google/failure.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { type Finding, failed, ok, wordsOf } from './finding.ts';

const NAME = 'Google Drive';

/** Asks Drive for `path`, which stands after `drive/v3/`. Throws `DriveRefusal` for every answer that is none of the good ones. */
export type AskDrive = (path: string) => Promise<unknown>;

interface DriveChecked {
  readonly finding: Finding;
  readonly ask: AskDrive;
  /** E-mail of who is signed in. */
  readonly asking?: string | undefined;
}

const about = z.object({ user: z.object({ emailAddress: z.string().optional() }).optional() });

/** Whether Drive may be asked what changed, and whom it takes us for. */
export async function checkDrive(env: Environment, headers: Headers): Promise<DriveChecked> {
  const root = env[ENV.sheetsRootUrl] || 'https://www.googleapis.com/';
  const ask: AskDrive = async (path) => {
    const url = new URL(`drive/v3/${path}`, root);
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) }).catch((error: unknown) => {
      throw new DriveRefusal(undefined, wordsOf(error));
    });
    const data: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw new DriveRefusal(answer.status, data);
    return data;
  };
  try {
    const { user } = about.parse(await ask('about?fields=user(emailAddress)'));
    const asking = user?.emailAddress;
    return { ask, asking, finding: ok(NAME, asking === undefined ? 'answers' : `answers, to ${asking}`) };
  } catch (error) {
    if (error instanceof DriveRefusal) return { ask, finding: judgeDrive(error) };
    throw error;
  }
}

/** `status`: of HTTP; absent when there was no answer. */
export class DriveRefusal extends Error {
  override readonly name = 'DriveRefusal';
  readonly status: number | undefined;
  readonly data: unknown;

  constructor(status: number | undefined, data: unknown) {
    super(`Google Drive: ${status ?? 'no answer'}`);
    this.status = status;
    this.data = data;
  }
}

export function judgeDrive({ status, data }: DriveRefusal): Finding {
  if (status === undefined)
    return failed(NAME, `Google Drive did not answer (${data}).`, 'Check the network, and look again.');
  const { message, kind } = driveError(failureOf({ response: { status, data } }));
  if (/switched off/.test(message)) return failed(NAME, message, 'Run: gcloud services enable drive.googleapis.com');
  if (kind === 'quota' || kind === 'unavailable') return failed(NAME, message, 'Wait a minute, and look again.');
  return failed(
    NAME,
    message,
    'Sign in with the scope https://www.googleapis.com/auth/drive.metadata.readonly, and look again.',
  );
}
