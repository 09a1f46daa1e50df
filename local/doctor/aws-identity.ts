import { ENV } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { type Finding, failed, ok, skipped, wordsOf } from './finding.ts';

const NAME = 'AWS credentials';

export interface AwsIdentity {
  readonly finding: Finding;
  /** Twelve digits. */
  readonly accountId?: string;
}

/** Who AWS takes us for. A table on this machine needs nobody. */
export async function checkAwsIdentity(env: Environment): Promise<AwsIdentity> {
  if (env[ENV.dynamodbEndpoint]) return { finding: skipped(NAME, 'the table is on this machine') };
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({ maxAttempts: 2 });
  try {
    const { Account, Arn } = await client.send(new GetCallerIdentityCommand());
    return { finding: ok(NAME, Arn ?? 'accepted'), ...(Account !== undefined && { accountId: Account }) };
  } catch (error) {
    return { finding: judgeAwsRefusal(wordsOf(error)) };
  } finally {
    client.destroy();
  }
}

/** `words`: name and message of the SDK's error. */
export function judgeAwsRefusal(words: string): Finding {
  if (/Region is missing/i.test(words))
    return failed(NAME, 'No AWS region is set.', 'Set AWS_REGION, such as eu-west-1.');
  if (/CredentialsProvider|Could not load credentials/i.test(words))
    return failed(
      NAME,
      'There are no AWS credentials.',
      'Sign in: "aws sso login" with AWS_PROFILE set, or "aws configure". "aws sts get-caller-identity" shows whether it worked.',
    );
  if (/Expired|InvalidClientTokenId|UnrecognizedClient/i.test(words))
    return failed(
      NAME,
      `AWS does not accept the credentials (${words}).`,
      'They have run out or were deleted: sign in anew, such as with "aws sso login".',
    );
  if (/Skew|SignatureDoesNotMatch/i.test(words))
    return failed(
      NAME,
      `AWS does not accept the signature (${words}).`,
      'Set the clock of this machine, and check the secret access key.',
    );
  return failed(
    NAME,
    `AWS did not say who asks (${words}).`,
    'Check network, region and credentials with "aws sts get-caller-identity".',
  );
}
