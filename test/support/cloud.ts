import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { GetQueueUrlCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ENV, PIPELINE_OUTPUTS, STACKS } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { TAB_SHEET_IDS, type TabName } from '../../lambdas/tabs/tab-names.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { type AwsEmulator, startAwsEmulator } from './aws-emulator.ts';
import { type Ended, leadsheetIn } from './e2e-command.ts';
import { type GoogleSignIn, startGoogleSignIn } from './google-sign-in.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ACCOUNT = 'leadsheet@example-project.iam.gserviceaccount.com';
const AUDIENCE =
  '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/leadsheet/providers/aws';

/** Client id of the Google Cloud project behind the menu of the sheet. */
export const MENU = 'menu.apps.googleusercontent.com';

/** The service in an AWS and beside a Google, both on this machine. */
export interface Cloud {
  readonly google: SheetsServer;
  readonly signIn: GoogleSignIn;
  readonly aws: AwsEmulator;
  readonly outputs: Readonly<Record<keyof typeof PIPELINE_OUTPUTS, string>>;
  /** An owner's command, in a process of its own. */
  command(...args: readonly string[]): Promise<Ended>;
  /** The same with more in its environment. */
  commandIn(env: Environment, ...args: readonly string[]): Promise<Ended>;
  /** Invokes the function behind the clock, as the clock does. */
  tick(): Promise<void>;
  /** Asks sync-now, at its Function URL, as the sheet's menu does. */
  syncNow(workbook: string, token: string): Promise<{ readonly status: number; readonly body: unknown }>;
  sqs: SQSClient;
  close(): Promise<void>;
}

/**
 * Synthesizes, bootstraps and deploys, with the template as it is in production. The functions find our Google by their
 * environment, and sign in to it by workload identity federation; the owner does so as a person.
 */
export async function startCloud(program: string): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), 'leadsheet-cloud-'));
  const google = await startSheetsServer({ signIn: true });
  const signIn = await startGoogleSignIn(google.url);
  const app = join(folder, 'app');
  await promisify(execFile)(process.execPath, ['infra/app.ts'], {
    cwd: ROOT,
    env: {
      HOME: folder,
      CDK_OUTDIR: app,
      CDK_CONTEXT_JSON: JSON.stringify({
        serviceAccounts: ACCOUNT,
        googleAudience: AUDIENCE,
        syncAudiences: MENU,
        syncAllowed: '@example.com',
      }),
    },
  });
  const aws = await startAwsEmulator({
    program,
    app,
    functionEnv: { [ENV.sheetsRootUrl]: google.url, [ENV.googleAuthUrl]: signIn.url },
  });
  const close = async (): Promise<void> => {
    await aws.stop();
    await Promise.all([signIn.close(), google.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await aws.cdk('bootstrap');
    const told = join(folder, 'outputs.json');
    await aws.cdk('deploy', '--all', '--require-approval', 'never', '--outputs-file', told);
    const outputs = outputsIn(told);
    const owner = { ...aws.env, [ENV.sheetsRootUrl]: google.url, [ENV.sheetsToken]: await ownersToken(google) };
    const sqs = new SQSClient({
      endpoint: aws.endpoint,
      region: aws.env.AWS_REGION ?? '',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    return {
      google,
      signIn,
      aws,
      outputs,
      sqs,
      close,
      command: (...args) => leadsheetIn(owner, ...args),
      commandIn: (env, ...args) => leadsheetIn({ ...owner, ...env }, ...args),
      tick: () => invoke(aws, outputs.dispatchFunction),
      syncNow: (workbook, token) => postTo(aws, outputs.syncNowUrl, token, { workbook }),
    };
  } catch (error) {
    const log = aws.log();
    await close();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${log}`, { cause: error });
  }
}

/** As the owner's own sign-in does: a refresh token for one that lasts an hour. */
async function ownersToken(google: SheetsServer): Promise<string> {
  const answer = await fetch(new URL('token', google.url), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: 'owner',
      client_secret: 'owner',
      refresh_token: 'owner',
    }),
  });
  const { access_token } = (await answer.json()) as { access_token: string }; // as Google documents
  return access_token;
}

function outputsIn(file: string): Cloud['outputs'] {
  const { [STACKS.pipeline]: told } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>; // as cdk writes it
  const named = Object.entries(PIPELINE_OUTPUTS).map(([name, key]) => [name, told?.[key] ?? '']);
  return Object.fromEntries(named) as Cloud['outputs']; // the names are those of PIPELINE_OUTPUTS
}

/** The emulator's own account needs a name in the signature, and no signature. */
async function invoke({ endpoint, env }: AwsEmulator, name: string): Promise<void> {
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${at.slice(0, 8)}/${env.AWS_REGION}/lambda/aws4_request`;
  const answer = await fetch(`${endpoint}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    body: '{}',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host, Signature=0`,
      'x-amz-date': at,
    },
  });
  const body = await answer.text();
  const failed = answer.headers.get('x-amz-function-error');
  if (!answer.ok || failed !== null) throw new Error(`${name} ended with ${answer.status} ${failed ?? ''}: ${body}`);
}

/** The emulator serves Function URLs at a path of its own address. */
async function postTo({ endpoint }: AwsEmulator, functionUrl: string, token: string, body: object) {
  const [id = ''] = new URL(functionUrl).hostname.split('.');
  const answer = await fetch(`${endpoint}/_aws/lambda-url/${id}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

/** Failed work is tried again after a second instead of half an hour. */
export async function hurry(sqs: SQSClient, queueUrl: string): Promise<void> {
  const name = queueUrl.split('/').at(-1) ?? '';
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '1' } }));
}

/** The values of a report tab, row by row; throws while it is not there. */
export function reportOf(
  google: SheetsServer,
  workbook: string,
  tab: TabName,
): (string | number | boolean | object)[][] {
  const sheet = google.workbook(workbook).sheet(TAB_SHEET_IDS[tab]);
  if (!sheet) throw new Error(`${workbook} has no tab ${tab} yet`);
  return Array.from({ length: sheet.cells.length }, (_, row) =>
    Array.from(sheet.cells.row(row)?.values ?? [], (value) => value ?? ''),
  );
}

/** Counts on the tab Week of the rep with this name, by the heading of the column; throws while there is none. */
export function weekOf(google: SheetsServer, workbook: string, rep: string): Record<string, unknown> {
  const rows = reportOf(google, workbook, 'Week');
  const line = rows.find(([name]) => name === rep);
  const head = rows.findLast((row, at) => row.includes('Attempts') && at < rows.indexOf(line ?? []));
  if (!line || !head) throw new Error(`Week of ${workbook} has no line of ${rep} yet`);
  return Object.fromEntries(head.map((name, at) => [String(name), line[at]]));
}

/** Asks again and again until it holds; throws what it last threw. */
export async function eventually<T>(seconds: number, ask: () => Promise<T> | T): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(250);
    }
  }
}
