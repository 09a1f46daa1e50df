import { readConfig } from '../../lambdas/runtime/config.ts';
import type { Deployment } from '../deployment/find-deployment.ts';
import { checklist, exitCodeOf } from '../doctor/checklist.ts';
import { type Examined, examine } from '../doctor/examine.ts';
import { googleSetup } from '../doctor/google-setup.ts';
import { EXIT } from '../exit-codes.ts';

export interface DoctorOptions {
  readonly json?: boolean;
  /** Print the commands for the Google side, whatever the checks say. */
  readonly googleSetup?: boolean;
}

/** `doctor [SPREADSHEET]`: what is wrong, why, and what to do. Writes nothing anywhere. Returns the exit code. */
export async function doctor(spreadsheet: string | undefined, options: DoctorOptions): Promise<number> {
  const examined = await examine({ env: process.env, spreadsheet, now: Date.now });
  const { findings } = examined;
  const wanted = options.googleSetup === true || isFederationMissing(examined);
  const setup = wanted ? googleSetup(factsOf(examined)) : undefined;
  if (options.json)
    process.stdout.write(`${JSON.stringify({ findings, ...(setup && { googleSetup: setup }) }, undefined, 2)}\n`);
  else process.stdout.write([checklist(findings), ...(setup === undefined ? [] : [setup])].join('\n'));
  return options.googleSetup ? EXIT.done : exitCodeOf(findings);
}

/** A stack that has neither federation nor a key: its functions cannot sign in. */
function isFederationMissing({ deployment }: Examined): boolean {
  const { outputs } = deployment ?? {};
  if (outputs?.table === undefined) return false;
  return outputs.googleAudience === undefined && outputs.googleKeySecret === undefined;
}

function factsOf({ accountId, deployment }: Examined): Parameters<typeof googleSetup>[0] {
  const { dispatchRole, ingestRole, reportRole } = deployment?.outputs ?? {};
  return {
    accountId,
    roleArns: [dispatchRole, ingestRole, reportRole].filter((arn) => arn !== undefined),
    serviceAccounts: accountsOf(deployment),
  };
}

const accountsOf = (deployment: Deployment | undefined): readonly string[] =>
  deployment === undefined ? [] : readConfig(deployment.env).serviceAccounts;
