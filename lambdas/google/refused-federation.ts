import { SheetsError } from '../domain/sheets-errors.ts';
import type { Failure } from './failure.ts';
import { saidBy } from './say-what-to-do.ts';

const SETUP = '"leadsheet doctor --google-setup" prints the commands for the Google side.';

/** Causes by Google's words, each with what to do; the first that fits. */
const EXCHANGE: readonly (readonly [RegExp, string])[] = [
  [
    /attribute condition/i,
    'The condition of the provider names other AWS roles than this one. Name the roles of the functions in it.',
  ],
  [
    /127 bytes/,
    'The provider makes the subject of the whole role ARN, which is too long. Map google.subject to the name of the role alone.',
  ],
  [/account id/i, 'The provider is for another AWS account. Make one for the account in which the functions run.'],
  [
    /expired|signature|clock|skew/i,
    'The request that the AWS role signed was not accepted. Check the clock, and that the AWS credentials are still good.',
  ],
  [
    /audience|pool|provider/i,
    'The audience names no provider that is there and switched on. Compare it with what "gcloud iam workload-identity-pools providers describe" shows.',
  ],
];

/** The exchange of the AWS role for a token of the pool was refused. */
export function federationRefused(failure: Failure, audience: string): SheetsError {
  const cause = EXCHANGE.find(([words]) => words.test(`${failure.reason} ${failure.message}`))?.[1];
  return new SheetsError(
    'credentials',
    `Google's federation did not let the AWS role in (${failure.reason}), by the provider ${audience}. ${saidBy(failure)} ${cause ?? 'The provider must be one for the AWS account of the functions, with their roles in its condition.'} ${SETUP}`,
  );
}

/** The role was let in, and may not act as the service account. */
export function impersonationRefused(failure: Failure, account: string): SheetsError {
  if (failure.reason === 'SERVICE_DISABLED' || /has not been used in project|it is disabled/i.test(failure.message)) {
    return new SheetsError(
      'credentials',
      `The IAM Service Account Credentials API is switched off in the Google Cloud project of ${account}. Run: gcloud services enable iamcredentials.googleapis.com ${saidBy(failure)}`,
    );
  }
  const cause =
    failure.status === 404
      ? `There is no service account ${account}. Compare it with what "gcloud iam service-accounts list" shows.`
      : `Grant the role roles/iam.workloadIdentityUser on ${account} to the AWS roles of the functions, and wait a minute or two.`;
  return new SheetsError(
    'credentials',
    `Google's federation let the AWS role in, but it may not act as ${account} (${failure.reason}). ${saidBy(failure)} ${cause} ${SETUP}`,
  );
}
