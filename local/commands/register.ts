import type { Registration, RegistryPort } from '../../lambdas/ports.ts';
import { compose, composeRegistry } from '../../lambdas/runtime/compose.ts';
import { readConfig } from '../../lambdas/runtime/config.ts';
import { findDeployment } from '../deployment/find-deployment.ts';
import { workbookId } from '../deployment/workbook-id.ts';
import { EXIT } from '../exit-codes.ts';

export interface RegisterOptions {
  /** E-mail of the Google service account; absent = as before, or the one with the fewest workbooks. */
  readonly account?: string;
  /** How to call it in lists; absent = what Google says. */
  readonly title?: string;
}

/** `register SPREADSHEET`: the service looks at it from the next tick on. Returns the exit code. */
export async function register(spreadsheet: string, options: RegisterOptions): Promise<number> {
  const workbook = workbookId(spreadsheet);
  const { env } = await findDeployment();
  const registry = composeRegistry(env);
  const account = accountFor(readConfig(env).serviceAccounts, workbook, await registry.list(), options.account);
  const told = options.title ?? (await titleOf(workbook, env, account));
  await registry.register({ workbook, title: told ?? workbook, account });
  const name = told === undefined ? workbook : `"${told}" (${workbook})`;
  process.stdout.write(
    `Registered ${name}. Share it with ${account} as Editor; the first report stands within two minutes.\n`,
  );
  if (told === undefined)
    process.stderr.write(
      `Its title could not be read with your own Google sign-in, so nothing says that the id is right: leadsheet doctor ${workbook} looks closer.\n`,
    );
  return EXIT.done;
}

/**
 * The one that was asked for; else the one that it is registered with, as it is shared with that; else the one with the
 * fewest workbooks, since Google counts requests by account.
 */
export function accountFor(
  known: readonly string[],
  workbook: string,
  registered: readonly Pick<Registration, 'workbook' | 'account'>[],
  asked: string | undefined,
): string {
  const now = registered.find((entry) => entry.workbook === workbook)?.account;
  const load = (account: string): number => registered.filter((entry) => entry.account === account).length;
  const account = asked ?? now ?? known.toSorted((a, b) => load(a) - load(b))[0];
  if (account === undefined)
    throw new Error('As which Google service account? Give --account, or deploy with -c serviceAccounts=E-MAIL.');
  if (account !== now && known.length > 0 && !known.includes(account))
    throw new Error(`${account} is not among the accounts of the deployment: ${known.join(', ')}.`);
  return account;
}

/** Only a courtesy: the owner may have no Google sign-in at hand, and the service asks with its own. */
async function titleOf(
  workbook: string,
  env: Parameters<typeof compose>[0],
  account: string,
): Promise<string | undefined> {
  try {
    return (await compose(env, { account, deadline: () => Date.now() + 10_000 }).sheets.describe(workbook)).title;
  } catch {
    return undefined;
  }
}

/** `unregister SPREADSHEET`: its rows and reports stay, nothing looks at it any more. */
export async function unregister(spreadsheet: string): Promise<number> {
  const workbook = workbookId(spreadsheet);
  const { env } = await findDeployment();
  const registry: RegistryPort = composeRegistry(env);
  if (await registry.unregister(workbook)) {
    process.stdout.write(`${workbook} is no longer served. Its rows and its report tabs stay as they are.\n`);
    return EXIT.done;
  }
  process.stderr.write(`${workbook} was not registered; leadsheet list tells which are.\n`);
  return EXIT.failed;
}
