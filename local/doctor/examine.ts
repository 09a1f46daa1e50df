import { ENV } from '../../lambdas/contract.ts';
import { type Environment, readConfig } from '../../lambdas/runtime/config.ts';
import { type Deployment, findDeployment } from '../deployment/find-deployment.ts';
import { workbookId } from '../deployment/workbook-id.ts';
import { checkAwsIdentity } from './aws-identity.ts';
import { checkClock } from './clock.ts';
import { examineGoogle } from './examine-google.ts';
import { type Finding, failed, ok, skipped, wordsOf } from './finding.ts';
import { checkFunctions } from './functions.ts';
import { checkQueues } from './queues.ts';
import { checkRegistered } from './registered.ts';
import { checkTable } from './table.ts';

export interface Examined {
  readonly findings: readonly Finding[];
  /** What `--google-setup` fills in. */
  readonly accountId?: string | undefined;
  readonly deployment?: Deployment | undefined;
}

export interface Patient {
  readonly env: Environment;
  /** Id or address; absent: what does not need one is looked at. */
  readonly spreadsheet?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** All checks, in the order in which they build on each other. Writes nothing anywhere. */
export async function examine({ env, spreadsheet, now }: Patient): Promise<Examined> {
  const { id, wrong } = idOf(spreadsheet);
  const clock = await checkClock(env, now);
  const aws = await checkAwsIdentity(env);
  const { finding, deployment } = await lookFor(env, aws.finding.status === 'failed');
  const { service, account } = await examineService(deployment, id);
  const google = await examineGoogle(deployment?.env ?? env, id, account);
  const findings = [clock, aws.finding, finding, ...service, ...google, ...wrong];
  return { findings, accountId: aws.accountId, deployment };
}

/** The id that was meant, or what is wrong with what was given. */
function idOf(spreadsheet: string | undefined): { id?: string; wrong: Finding[] } {
  const name = 'Spreadsheet';
  if (spreadsheet === undefined) return { wrong: [skipped(name, 'none was given')] };
  try {
    return { id: workbookId(spreadsheet), wrong: [] };
  } catch (error) {
    return { wrong: [failed(name, wordsOf(error), 'Copy the address of the spreadsheet from the browser.')] };
  }
}

async function lookFor(
  env: Environment,
  noCredentials: boolean,
): Promise<{ finding: Finding; deployment?: Deployment }> {
  const name = 'Deployment';
  if (!env[ENV.table] && noCredentials) return { finding: skipped(name, 'no AWS credentials') };
  try {
    const deployment = await findDeployment(env);
    readConfig(deployment.env);
    const said = env[ENV.table] ? `the table that ${ENV.table} names` : 'the stacks of this AWS account and region';
    return { finding: ok(name, said), deployment };
  } catch (error) {
    const cure = 'docs/deploy.md tells how to deploy; docs/google-access.md, which settings there are.';
    return { finding: failed(name, wordsOf(error), cure) };
  }
}

/** What stands in AWS, and the e-mail that the spreadsheet is read as. */
async function examineService(
  deployment: Deployment | undefined,
  id: string | undefined,
): Promise<{ service: Finding[]; account?: string | undefined }> {
  if (deployment === undefined)
    return { service: ['Table', 'Queues', 'Functions at Google'].map((name) => skipped(name, 'no deployment')) };
  const [table, ...others] = await Promise.all([
    checkTable(deployment.env),
    checkQueues(deployment),
    checkFunctions(deployment),
  ]);
  if (id === undefined || table.status !== 'ok') return { service: [table, ...others] };
  const { finding, account } = await checkRegistered(deployment.env, id);
  return { service: [table, ...others, finding], account };
}
