import { LOOK } from '../../lambdas/dispatch/look.ts';
import type { Deployment } from '../deployment/find-deployment.ts';
import { type Finding, failed, skipped, wordsOf } from './finding.ts';
import { judgeLook } from './judge-look.ts';

const NAME = 'Functions at Google';
/** A function that never ends is ended by AWS after a minute; this is for a network that swallows the answer. */
const PATIENCE_MS = 75_000;

/**
 * Whether Google lets the deployed functions in, which nobody else can try: federation is for their roles alone. Has
 * `dispatch` look, and tell. It sends nothing and notes nothing.
 */
export async function checkFunctions({ outputs }: Deployment): Promise<Finding> {
  const { dispatchFunction, googleAudience, googleKeySecret } = outputs;
  if (dispatchFunction === undefined) return skipped(NAME, 'only a stack tells which functions there are');
  if (googleAudience === undefined && googleKeySecret === undefined)
    return skipped(NAME, 'the deployment was given no way to sign in yet');
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const client = new LambdaClient({ maxAttempts: 2 });
  try {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: dispatchFunction, Payload: JSON.stringify(LOOK) }),
      { abortSignal: AbortSignal.timeout(PATIENCE_MS) },
    );
    const answer: unknown = JSON.parse(Payload?.transformToString() || 'null');
    return FunctionError === undefined ? judgeLook(answer) : judgeFault(answer);
  } catch (error) {
    return judgeInvoke(error, dispatchFunction);
  } finally {
    client.destroy();
  }
}

/** `error`: of AWS, which did not run the function or was not heard of. `name`: of the function. */
export function judgeInvoke(error: unknown, name: string): Finding {
  const words = wordsOf(error);
  if (/^AccessDenied/.test(words))
    return skipped(
      NAME,
      `These credentials may not have the function ${name} look.`,
      `Give them lambda:InvokeFunction on it, or read in its log what Google says.`,
    );
  if (/^ResourceNotFound/.test(words))
    return failed(NAME, `The stack names the function ${name}, and it is not there.`, 'Run: npx cdk deploy --all');
  if (/^TooManyRequests/.test(words))
    return failed(
      NAME,
      `AWS does not start the function ${name} (${words}).`,
      'Look again in a minute. If it stays so, docs/alarms.md tells under "dispatch-throttles" how to get more concurrency.',
    );
  return failed(
    NAME,
    `The function ${name} did not answer (${words}).`,
    'Check network and region, look again, and read its log.',
  );
}

/** `answer`: what Lambda tells of a run that ended with an error. */
export function judgeFault(answer: unknown): Finding {
  const told: { errorType?: unknown; errorMessage?: unknown } = { ...(answer as object | null) }; // its form, if an object
  const words = [told.errorType, told.errorMessage].filter((word) => typeof word === 'string').join(': ');
  const cure = /timed out/i.test(words)
    ? 'Look again: a Google or a table that is slow passes. If it stays so, read the log of the function.'
    : 'Mend what it says: a setting or a grant of the deployment ("npx cdk deploy --all" puts them right). Its log tells more.';
  return failed(NAME, `dispatch ended with an error (${words || 'without words'}).`, cure);
}
