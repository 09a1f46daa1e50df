import { ENV } from '../../lambdas/contract.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { type Environment, readConfig } from '../../lambdas/runtime/config.ts';
import { checkDrive } from './drive.ts';
import { type Finding, skipped } from './finding.ts';
import { checkSignIn } from './google-sign-in.ts';
import { checkSharing } from './sharing.ts';
import { checkSpreadsheet } from './spreadsheet.ts';
import { checkTabs } from './tabs.ts';

/** Waiting out a quota is for functions: a person is told. */
const PATIENCE_MS = 8_000;

const OF_SPREADSHEET = ['Spreadsheet', 'Shared as Editor', 'Tabs and header'];

/**
 * From the sign-in to the header. `workbook`: its id, if one was given. `registered`: e-mail that the service reads it
 * as; otherwise the first of the environment.
 */
export async function examineGoogle(
  given: Environment,
  workbook: string | undefined,
  registered: string | undefined,
): Promise<Finding[]> {
  // Signing in needs no table, though the environment of a function always names one.
  const env = given[ENV.table] ? given : { ...given, [ENV.table]: 'unknown' };
  const account = accountOf(env, registered);
  if (account === 'unreadable') return [skipped('Google sign-in', 'the environment is wrong, see above')];
  const { finding, headers } = await checkSignIn(env, account);
  if (headers === undefined) {
    const names = ['Google Drive', ...(workbook === undefined ? [] : OF_SPREADSHEET)];
    return [finding, ...names.map((name) => skipped(name, 'no sign-in'))];
  }

  const drive = await checkDrive(env, headers);
  if (workbook === undefined) return [finding, drive.finding];
  const until = Date.now() + PATIENCE_MS;
  const { sheets } = compose(env, { account, deadline: () => until });
  const named = account ?? 'the service account';
  const { finding: readable, description } = await checkSpreadsheet(sheets, workbook, named);
  if (description === undefined) {
    const unread = OF_SPREADSHEET.slice(1).map((name) => skipped(name, 'the spreadsheet cannot be read'));
    return [finding, drive.finding, readable, ...unread];
  }
  const shared =
    drive.finding.status === 'ok'
      ? await checkSharing(drive.ask, { workbook, asking: drive.asking, account })
      : skipped('Shared as Editor', 'Drive does not tell');
  return [finding, drive.finding, readable, shared, await checkTabs(sheets, workbook, description, named)];
}

function accountOf(env: Environment, registered: string | undefined): string | undefined {
  try {
    return registered ?? readConfig(env).serviceAccounts[0];
  } catch {
    return 'unreadable';
  }
}
