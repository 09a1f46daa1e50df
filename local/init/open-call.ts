import { ENV } from '../../lambdas/contract.ts';
import { googleAuthority } from '../../lambdas/runtime/compose.ts';
import { type Environment, readConfig } from '../../lambdas/runtime/config.ts';
import { type Call, sheetsCall } from '../../lambdas/sheets/call.ts';

/** Google Sheets as the environment says, which may be without a table; `account`: another service account than the first. */
export function openCall(
  env: Environment,
  account?: string,
): { readonly call: Call; readonly serviceAccount: string | undefined } {
  const complete = { ...env, [ENV.table]: env[ENV.table] || 'not-needed' };
  const { sheetsRootUrl, serviceAccounts } = readConfig(complete);
  const serviceAccount = account ?? serviceAccounts[0];
  const auth = googleAuthority(complete, serviceAccount);
  return { call: sheetsCall({ auth, rootUrl: sheetsRootUrl, serviceAccount }), serviceAccount };
}
