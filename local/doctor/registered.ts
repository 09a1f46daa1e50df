import { ENV } from '../../lambdas/contract.ts';
import type { Registration } from '../../lambdas/ports.ts';
import { composeRegistry } from '../../lambdas/runtime/compose.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { type Finding, failed, ok, skipped, wordsOf } from './finding.ts';

const NAME = 'Registered';
const PATIENCE_MS = 8_000;

/** Whether the service looks at the spreadsheet, and the e-mail that it does so as. */
export async function checkRegistered(
  env: Environment,
  workbook: string,
): Promise<{ finding: Finding; account?: string }> {
  const until = Date.now() + PATIENCE_MS;
  try {
    const registration = await composeRegistry(env, { deadline: () => until }).find(workbook);
    const finding = judgeRegistration(registration, workbook, Boolean(env[ENV.dynamodbEndpoint]));
    return { finding, ...(registration && { account: registration.account }) };
  } catch (error) {
    return { finding: skipped(NAME, `the table does not tell (${wordsOf(error)})`) };
  }
}

/** `local`: the service is on one machine, where nobody has to register. */
export function judgeRegistration(found: Registration | undefined, workbook: string, local: boolean): Finding {
  if (found)
    return ok(NAME, `since ${new Date(found.registeredAt).toISOString().slice(0, 10)}, read as ${found.account}`);
  if (local) return skipped(NAME, 'the service is on this machine');
  return failed(NAME, 'The service does not look at this spreadsheet.', `Run: leadsheet register ${workbook}`);
}
