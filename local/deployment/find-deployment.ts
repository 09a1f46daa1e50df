import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { ENV, PIPELINE_OUTPUTS, STACKS } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';

type Output = keyof typeof PIPELINE_OUTPUTS;

/** A deployed service, as the owner's commands need it. */
export interface Deployment {
  /** For `compose`: where the table is, and as whom to ask Google. */
  readonly env: Environment;
  /** What the stack tells; empty where the environment alone names the table. */
  readonly outputs: Partial<Record<Output, string>>;
}

/**
 * Finds the service: the table that the environment names, else the stacks of the AWS account and region that the
 * credentials are of. Throws an error that says what to do.
 */
export async function findDeployment(env: Environment = process.env): Promise<Deployment> {
  if (env[ENV.table]) return { env, outputs: {} };
  const outputs = await stackOutputs();
  const { table, serviceAccounts, googleKeySecret } = outputs;
  if (table === undefined)
    throw new Error(`The stack ${STACKS.pipeline} does not tell its table: deploy it again with this version.`);
  return {
    outputs,
    // Not the federation: it is for the roles of the functions. The owner asks Google with an own sign-in, or the key.
    env: {
      ...env,
      [ENV.table]: table,
      ...(serviceAccounts !== undefined && { [ENV.serviceAccounts]: serviceAccounts }),
      ...(googleKeySecret !== undefined && { [ENV.googleKeySecret]: googleKeySecret }),
    },
  };
}

async function stackOutputs(): Promise<Deployment['outputs']> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const client: CloudFormationClient = new CloudFormationClient();
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: STACKS.pipeline }));
    const told = new Map(Stacks?.[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
    const named = Object.entries(PIPELINE_OUTPUTS).flatMap(([name, key]) => {
      const value = told.get(key);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(named) as Deployment['outputs']; // keys of PIPELINE_OUTPUTS
  } catch (error) {
    throw new Error(whatToDo(error instanceof Error ? error : new Error(String(error))), { cause: error });
  } finally {
    client.destroy();
  }
}

function whatToDo({ name, message }: Error): string {
  if (/does not exist/.test(message))
    return `There is no stack ${STACKS.pipeline} in this AWS account and region: deploy it (docs/deploy.md), or set AWS_REGION and AWS_PROFILE to where it is.`;
  if (/Credentials|ExpiredToken|InvalidClientToken|Region (is missing|not accepted)/i.test(`${name} ${message}`))
    return `AWS does not know who asks (${message}). Sign in (aws sso login, or AWS_PROFILE), set AWS_REGION, or name the folder of a service on this machine with --data, where the command takes it.`;
  return `The stack ${STACKS.pipeline} could not be read: ${message}`;
}
