/** What is known of the two sides; the rest is left to fill in. */
export interface SetupFacts {
  /** Of AWS, twelve digits. */
  readonly accountId?: string | undefined;
  /** ARNs of the roles of the functions that see Google; empty before the first deployment. */
  readonly roleArns: readonly string[];
  /** E-mails of Google service accounts; empty where none is set. */
  readonly serviceAccounts: readonly string[];
}

// Google takes ids of 4 to 32 characters of a-z, 0-9 and -, that do not begin with gcp-.
const POOL = 'leadsheet';
const PROVIDER = 'leadsheet-aws';
const PLACE = `--location=global --workload-identity-pool=${POOL}`;
/** The name of the role alone: the whole ARN of a function's session is longer than the 127 bytes of a subject. */
const ROLE = "assertion.arn.extract('assumed-role/{role}/')";

/** The commands that let the functions of an AWS account act as Google service accounts, to be run one by one. */
export function googleSetup({ accountId = 'AWS_ACCOUNT_ID', roleArns, serviceAccounts }: SetupFacts): string {
  const accounts = serviceAccounts.length > 0 ? serviceAccounts : ['leadsheet@$PROJECT_ID.iam.gserviceaccount.com'];
  const known = roleArns.map(roleName);
  const roles = known.length > 0 ? known : ['DISPATCH_ROLE', 'INGEST_ROLE', 'REPORT_ROLE'];
  const condition = `attribute.aws_role in [${roles.map((role) => `'${role}'`).join(', ')}]`;
  const provider = [
    `${PROVIDER} ${PLACE} --account-id=${accountId}`,
    `--attribute-mapping="google.subject=${ROLE},attribute.aws_role=${ROLE}"`,
    `--attribute-condition="${condition}"`,
  ].join(' \\\n  ');
  const pool = `projects/$PROJECT_NUMBER/locations/global/workloadIdentityPools/${POOL}`;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['To fill in', placeholders({ accountId, known, accounts })],
    [
      'The project, and the APIs that are used',
      [
        `PROJECT_ID=${projectOf(accounts) ?? 'PROJECT_ID'}`,
        'gcloud config set project $PROJECT_ID',
        'PROJECT_NUMBER=$(gcloud projects describe $PROJECT_ID --format="value(projectNumber)")',
        'gcloud services enable sheets.googleapis.com drive.googleapis.com iam.googleapis.com iamcredentials.googleapis.com sts.googleapis.com',
      ],
    ],
    [
      'The service accounts that people share their spreadsheets with (one serves about 30 changed workbooks a minute)',
      accounts.map(
        (account) => `gcloud iam service-accounts create ${account.split('@')[0]} --display-name="Leadsheet"`,
      ),
    ],
    [
      'Who is let in: roles of one AWS account. Later, for other roles: the same with update-aws instead of create-aws',
      [
        `gcloud iam workload-identity-pools create ${POOL} --location=global --display-name="Leadsheet on AWS"`,
        `gcloud iam workload-identity-pools providers create-aws ${provider}`,
      ],
    ],
    [
      'What each role may do: act as the service account, and nothing else in the project',
      accounts.flatMap((account) =>
        roles.map((role) =>
          grant(
            account,
            'workloadIdentityUser',
            `principalSet://iam.googleapis.com/${pool}/attribute.aws_role/${role}`,
          ),
        ),
      ),
    ],
    [
      'For the commands on your own machine: you act as the service account too, without a key',
      [
        ...accounts.map((account) =>
          grant(account, 'serviceAccountTokenCreator', 'user:$(gcloud config get-value account)'),
        ),
        `gcloud auth application-default login --impersonate-service-account=${accounts[0]}`,
      ],
    ],
    [
      'The AWS side, with your other settings',
      [
        '# In another shell than the one above, write the number that "echo $PROJECT_NUMBER" shows in place of $PROJECT_NUMBER.',
        `npx cdk deploy --all -c serviceAccounts=${accounts.join(',')} \\\n  -c googleAudience="//iam.googleapis.com/${pool}/providers/${PROVIDER}"`,
      ],
    ],
  ];
  return sections.map(([title, lines]) => `# ${title}.\n${lines.join('\n')}\n`).join('\n');
}

function placeholders({
  accountId,
  known,
  accounts,
}: {
  accountId: string;
  known: readonly string[];
  accounts: readonly string[];
}): string[] {
  const roles =
    '# ..._ROLE: names of the functions\' roles. They are made by the first deployment: run "npx cdk deploy --all", then this command again.';
  return [
    ...(projectOf(accounts) === undefined
      ? ['# PROJECT_ID: that of a Google Cloud project; "gcloud projects create" makes one.']
      : []),
    ...(/\d/.test(accountId) ? [] : ['# AWS_ACCOUNT_ID: twelve digits; "aws sts get-caller-identity" shows them.']),
    ...(known.length > 0 ? [] : [roles]),
    '# What is there already answers ALREADY_EXISTS, and stays as it is.',
  ];
}

/** A grant may wait for a minute or two until it holds. */
const grant = (account: string, role: string, member: string): string =>
  `gcloud iam service-accounts add-iam-policy-binding ${account} \\\n  --role=roles/iam.${role} --member="${member}"`;

/** `arn:aws:iam::123456789012:role/path/NAME` -> `NAME`; a session of a role does not show its path. */
const roleName = (arn: string): string => arn.split('/').at(-1) ?? arn;

/** A service account is named after its project. */
const projectOf = ([account = '']: readonly string[]): string | undefined =>
  /@([a-z][a-z0-9-]*)\.iam\.gserviceaccount\.com$/.exec(account)?.[1];
