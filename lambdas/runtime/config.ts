import * as z from 'zod/mini';
import { ENV } from '../contract.ts';

/** Where a stage finds its table, its spreadsheets and the next stage. */
export interface Config {
  readonly table: string;
  /** Spreadsheet ids that dispatch registers, with the first service account, when the registry has them not. */
  readonly seedWorkbooks: readonly string[];
  readonly dynamodbEndpoint?: string | undefined;
  readonly sheetsRootUrl?: string | undefined;
  readonly sheetsToken?: string | undefined;
  /** E-mails; the first is for new workbooks. */
  readonly serviceAccounts: readonly string[];
  readonly googleAudience?: string | undefined;
  readonly googleKeySecret?: string | undefined;
  readonly googleAuthUrl?: string | undefined;
  readonly ingestQueue?: string | undefined;
  readonly rollupQueue?: string | undefined;
  readonly reportQueue?: string | undefined;
  readonly syncAudiences: readonly string[];
  readonly syncAllowed: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

const isLoopback = (address: string): boolean =>
  URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
const url = (expected: string, fits: (address: string) => boolean) =>
  z.optional(z.url({ protocol: /^https?$/, error: expected, abort: true }).check(z.refine(fits, expected)));
/** Stands in for AWS or Google in tests and on one machine. Sent elsewhere, tokens and rows would go to a stranger. */
const standIn = url('an address of this machine', isLoopback);
const queue = url('the https address of a queue', (address) => address.startsWith('https:') || isLoopback(address));
const matching = (pattern: RegExp, expected: string) => z.string(expected).check(z.regex(pattern, expected));
const parts = z.transform((text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
/** Commas between, spaces and empty parts forgiven. */
const listed = (each: z.ZodMiniType<string, string>) =>
  z.pipe(z._default(z.string(), ''), z.pipe(parts, z.array(each)));
const schema = z.object({
  [ENV.table]: matching(/^[A-Za-z0-9_.-]{3,255}$/, 'the name of a DynamoDB table'),
  [ENV.seedWorkbooks]: listed(matching(/^[\w-]{1,200}$/, 'a spreadsheet id')),
  [ENV.dynamodbEndpoint]: standIn,
  [ENV.sheetsRootUrl]: standIn,
  [ENV.sheetsToken]: z.optional(z.string()),
  [ENV.serviceAccounts]: listed(z.email('the e-mail of a service account')),
  [ENV.googleAudience]: z.optional(
    matching(/^\/\/iam\.googleapis\.com\//, 'a name that begins with //iam.googleapis.com/'),
  ),
  [ENV.googleKeySecret]: z.optional(z.string()),
  [ENV.googleAuthUrl]: standIn,
  [ENV.ingestQueue]: queue,
  [ENV.rollupQueue]: queue,
  [ENV.reportQueue]: queue,
  [ENV.syncAudiences]: listed(z.string()),
  [ENV.syncAllowed]: listed(matching(/@/, 'an e-mail, or @ and a domain')),
});

/** Reads the environment of `lambdas/contract.ts`. Throws one error that names every variable that is wrong, never a value. */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${wrong.join('; ')}. See lambdas/contract.ts.`);
  }
  const { data } = parsed;
  return {
    table: data[ENV.table] ?? '',
    seedWorkbooks: data[ENV.seedWorkbooks],
    dynamodbEndpoint: data[ENV.dynamodbEndpoint],
    sheetsRootUrl: data[ENV.sheetsRootUrl],
    sheetsToken: data[ENV.sheetsToken],
    serviceAccounts: data[ENV.serviceAccounts],
    googleAudience: data[ENV.googleAudience],
    googleKeySecret: data[ENV.googleKeySecret],
    googleAuthUrl: data[ENV.googleAuthUrl],
    ingestQueue: data[ENV.ingestQueue],
    rollupQueue: data[ENV.rollupQueue],
    reportQueue: data[ENV.reportQueue],
    syncAudiences: data[ENV.syncAudiences],
    syncAllowed: data[ENV.syncAllowed],
  };
}
