import { SheetsError } from '../domain/sheets-errors.ts';

/** As AWS Lambda fills it. */
export type AwsEnvironment = Readonly<Record<string, string | undefined>>;

interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly token?: string;
}

/** What google-auth-library asks for to sign as the AWS role. Throws when the environment has no credentials. */
export const awsCredentialsOf = (env: AwsEnvironment) => ({
  async getAwsRegion(): Promise<string> {
    const region = env.AWS_REGION || env.AWS_DEFAULT_REGION;
    if (region) return region;
    throw new SheetsError('credentials', 'No AWS region is set. Set AWS_REGION, such as eu-west-1.');
  },
  async getAwsSecurityCredentials(): Promise<AwsCredentials> {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) throw new SheetsError('credentials', NONE);
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN && { token: AWS_SESSION_TOKEN }),
    };
  },
});

const NONE =
  'There are no AWS credentials in the environment to show to Google. A function has them always; in a shell, run: eval "$(aws configure export-credentials --format env)"';
