import { SheetsError } from '../domain/sheets-errors.ts';
import { type GoogleAuthority, once, SCOPES } from './auth.ts';
import { type AwsEnvironment, awsCredentialsOf } from './aws-credentials.ts';
import { failureOf } from './failure.ts';
import { federationRefused, impersonationRefused } from './refused-federation.ts';
import { isRefusal } from './refused-sign-in.ts';
import { tokenClient } from './token-client.ts';

export interface Federation {
  /** `//iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER` */
  readonly audience: string;
  /** E-mail of the service account to act as. */
  readonly account: string | undefined;
  /** Where the function's AWS credentials and region stand; read at each exchange. */
  readonly env: AwsEnvironment;
  /** Only for tests: instead of the two hosts of Google. */
  readonly authUrl?: string | undefined;
}

/**
 * Workload identity federation: the AWS role of the function, as shown by a GetCallerIdentity request that it signs,
 * is exchanged for a token of the pool, and that for one of the service account. No key is stored anywhere.
 */
export function federated({ audience, account, env, authUrl }: Federation): GoogleAuthority {
  return once(async () => {
    if (account === undefined) throw new SheetsError('credentials', NO_ACCOUNT);
    const { AwsClient } = await import('google-auth-library');
    const impersonation = `v1/projects/-/serviceAccounts/${encodeURIComponent(account)}:generateAccessToken`;
    const exchange = () =>
      new AwsClient({
        type: 'external_account',
        audience,
        subject_token_type: 'urn:ietf:params:aws:token-type:aws4_request',
        token_url: new URL('v1/token', authUrl ?? 'https://sts.googleapis.com/').href,
        service_account_impersonation_url: new URL(impersonation, authUrl ?? 'https://iamcredentials.googleapis.com/')
          .href,
        // Its own reading of the environment would go on to ask a metadata service, which a function does not have.
        aws_security_credentials_supplier: awsCredentialsOf(env),
        scopes: SCOPES,
      });
    return tokenClient(async () => {
      const client = exchange();
      try {
        const { token } = await client.getAccessToken();
        return { access_token: token ?? '', expiry_date: client.credentials.expiry_date ?? 0 };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const failure = failureOf(error);
        throw String(error.config.url).endsWith(':generateAccessToken')
          ? impersonationRefused(failure, account)
          : federationRefused(failure, audience);
      }
    });
  });
}

const NO_ACCOUNT =
  'It is not said which Google service account to act as. Deploy with -c serviceAccounts=NAME@PROJECT.iam.gserviceaccount.com, or set LEADSHEET_SERVICE_ACCOUNTS.';
