import { SheetsError } from '../../lambdas/domain/sheets-errors.ts';
import { failureOf } from '../../lambdas/google/failure.ts';
import { isRefused } from '../../lambdas/google/refused-sign-in.ts';
import { googleAuthority } from '../../lambdas/runtime/compose.ts';
import { type Config, type Environment, readConfig } from '../../lambdas/runtime/config.ts';
import { type Finding, failed, ok, skipped, wordsOf } from './finding.ts';

const NAME = 'Google sign-in';
const PATIENCE_MS = 20_000;

export interface SignedIn {
  readonly finding: Finding;
  /** Of each request; absent when Google let nobody in. */
  readonly headers?: Headers;
}

/** Whether Google gives out a token to who the environment says that we are. */
export async function checkSignIn(env: Environment, account: string | undefined): Promise<SignedIn> {
  const config = readConfig(env);
  try {
    const client = await inTime(googleAuthority(env, account)());
    const headers = await inTime(client.getRequestHeaders());
    if (config.sheetsToken !== undefined)
      return { finding: skipped(NAME, 'a token of the environment is sent'), headers };
    return { finding: ok(NAME, wayOf(config, account)), headers };
  } catch (error) {
    return { finding: judgeSignIn(error, account) };
  }
}

function wayOf({ googleAudience, googleKeySecret }: Config, account = 'the account of the key'): string {
  if (googleAudience !== undefined) return `as ${account} by federation`;
  if (googleKeySecret !== undefined) return `as ${account} by the key in ${googleKeySecret}`;
  return 'by application default credentials';
}

/** `account`: e-mail of the service account that the deployment acts as. */
export function judgeSignIn(error: unknown, account = 'SERVICE_ACCOUNT'): Finding {
  // Ours say what to do themselves.
  if (error instanceof SheetsError) return failed(NAME, error.message, cureOf(error.message));
  const again = `gcloud auth application-default login --impersonate-service-account=${account}`;
  const words = wordsOf(error);
  if (/default credentials|ENOENT|does not exist|not a file/i.test(words))
    return failed(NAME, 'There are no Google credentials on this machine.', `Run: ${again}`);
  const { status, reason, message } = failureOf(error);
  if (status === undefined || !isRefused(status))
    return failed(NAME, `Google gave no token (${words}).`, 'Check the network and its proxy, and look again.');
  return failed(NAME, `Google refused the credentials (${reason}): ${message}`, `Make them anew: ${again}`);
}

function cureOf(message: string): string {
  if (/federation/i.test(message))
    return 'Federation lets in the roles of the functions alone. On this machine unset LEADSHEET_GOOGLE_AUDIENCE and use your own sign-in; for the functions compare "leadsheet doctor --google-setup" with what is set up.';
  return 'Do as it says, and look again.';
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS / 1000} seconds`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
