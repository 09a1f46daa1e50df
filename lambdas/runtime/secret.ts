import { SheetsError } from '../domain/sheets-errors.ts';
import { awsLimits } from './aws-limits.ts';

/** A secret of AWS Secrets Manager that is text. */
interface Secret {
  /** Name or ARN. */
  readonly name: string;
  /** Asked for once in the life of a function, unless it is forgotten. */
  read(): Promise<string>;
  forget(): void;
}

const warm = new Map<string, Promise<string>>();

/** Nothing is loaded or asked before the first `read`. Its errors say what to do, and never hold the secret. */
export const openSecret = (name: string, limits = awsLimits()): Secret => ({
  name,
  read() {
    const reading = warm.get(name) ?? fetchSecret(name, limits);
    warm.set(name, reading);
    // A failure is not remembered.
    reading.catch(() => warm.delete(name));
    return reading;
  },
  forget: () => void warm.delete(name),
});

async function fetchSecret(name: string, limits: ReturnType<typeof awsLimits>): Promise<string> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  try {
    const { SecretString } = await new SecretsManagerClient(limits).send(new GetSecretValueCommand({ SecretId: name }));
    if (SecretString) return SecretString;
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'no answer';
    throw new SheetsError('credentials', `The secret ${name} could not be read (${reason}). ${adviceOn(reason)}`);
  }
  throw new SheetsError('credentials', `The secret ${name} has no text. Store the key of the service account as text.`);
}

function adviceOn(reason: string): string {
  if (reason.startsWith('ResourceNotFound')) return 'Check its name and the region, and that it has a value.';
  if (/AccessDenied|UnrecognizedClient|Credentials/.test(reason))
    return 'Check the AWS credentials, and that the role may use secretsmanager:GetSecretValue on it.';
  return 'The next run tries again.';
}
