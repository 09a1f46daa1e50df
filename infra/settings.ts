import { z } from 'zod';

/** On the command line a list is text with commas, in cdk.json it may be an array. */
const listed = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : value;

const listOf = (each: z.ZodType<string>) =>
  z
    .preprocess(listed, z.array(each))
    .default([])
    .refine((all) => new Set(all).size === all.length, { error: 'names something twice: keep one' });

const unitsAtMost = (units: number) =>
  z.coerce
    .number({ error: `is no number: write request units a second, such as ${units}` })
    .int({ error: `must be a whole number, such as ${units}` })
    .min(10, { error: 'must be at least 10: below that no run comes to its end' })
    .max(40_000, { error: 'must be at most 40000: what AWS allows a table unless asked' })
    .default(units);

/** What the owner of a deployment chooses, each with `cdk ... -c name=value` or under `context` in cdk.json. */
const fields = {
  /** Spreadsheet ids that are registered by themselves; others are registered by command, without a deployment. */
  workbook: listOf(
    z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, {
      error: 'is no spreadsheet id: take the part between /d/ and /edit of the address of the spreadsheet',
    }),
  ),
  /** E-mails of the Google service accounts that workbooks are shared with; the first is for new workbooks. */
  serviceAccounts: listOf(z.email({ error: 'is no e-mail address: write that of a Google service account' })),
  /** The provider of a workload identity pool at Google that trusts the roles of the functions. */
  googleAudience: z
    .string()
    .regex(
      /^\/\/iam\.googleapis\.com\/projects\/\d+\/locations\/global\/workloadIdentityPools\/[\w-]+\/providers\/[\w-]+$/,
      {
        error:
          'is no provider: write //iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
      },
    )
    .optional(),
  /** Instead of a provider: ARN of a secret with the key of each service account. */
  googleKeySecret: z
    .string()
    .regex(/^arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:[\w/+=.@-]+-\w{6}$/, {
      error: 'is no full ARN of a secret: take it from Secrets Manager, with the six characters at its end',
    })
    .optional(),
  /** Who is told of alarms. */
  alarmEmail: z.email({ error: 'is no e-mail address: write who is to be told of alarms' }).optional(),
  /** Client ids of the Google Cloud projects whose identity tokens sync-now takes; with `syncAllowed` they turn it on. */
  syncAudiences: listOf(z.string()),
  /** Who may ask for a sync: e-mails, or `@example.com` for everybody of a domain. */
  syncAllowed: listOf(z.string().regex(/^[^@\s,]*@[^@\s,]+$/, { error: 'is neither an e-mail address nor @domain' })),
  /** X-Ray active tracing of the functions. */
  tracing: z.union([z.boolean(), z.stringbool()], { error: 'must be true or false' }).default(false),
  /** Request units a second beyond which the table refuses: a bound on what a mistake can cost. */
  maxReadUnits: unitsAtMost(2000),
  maxWriteUnits: unitsAtMost(1000),
};

const schema = z
  .object(fields)
  .refine((given) => given.googleAudience === undefined || given.googleKeySecret === undefined, {
    path: ['googleKeySecret'],
    error: 'is given beside googleAudience: keep one way to sign in (the provider stores no key)',
  })
  .refine((given) => given.syncAudiences.length > 0 || given.syncAllowed.length === 0, {
    path: ['syncAudiences'],
    error: 'is missing beside syncAllowed: write the client id of the Google Cloud project of the menu',
  })
  .refine((given) => given.syncAllowed.length > 0 || given.syncAudiences.length === 0, {
    path: ['syncAllowed'],
    error: 'is missing beside syncAudiences: write who may ask for a sync, as e-mails or @domain',
  });

export type Settings = z.infer<typeof schema>;

export const SETTING_NAMES: readonly string[] = Object.keys(fields);

/** What people write instead, and would never learn was not read. */
const MISTAKEN: Readonly<Record<string, string>> = { workbooks: 'workbook', serviceAccount: 'serviceAccounts' };

/** What the owner typed is wrong: the message is all there is to say. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Settings from the context of the CDK app; what is absent takes its default, so that a bare synth works.
 * Throws one `SettingsError` that names every setting that is wrong and what to do.
 */
export function readSettings(context: (name: string) => unknown): Settings {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, context(name)]));
  const parsed = schema.safeParse(given);
  const problems = Object.entries(MISTAKEN)
    .filter(([name]) => context(name) !== undefined)
    .map(([name, right]) => `  ${name} is no setting: write ${right}`);
  for (const issue of parsed.error?.issues ?? []) problems.push(`  ${issue.path.join('.')} ${issue.message}`);
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new SettingsError(
    `These settings (-c name=value, or "context" in cdk.json) are wrong:\n${problems.join('\n')}`,
  );
}
