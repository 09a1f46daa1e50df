import * as z from 'zod';
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
/** Stands in for AWS or Google in tests and on one machine. Sent elsewhere, tokens and rows would go to a stranger. */
const standIn = z.url({ protocol: /^https?$/ }).refine(isLoopback, 'an address of this machine');
const queue = z
  .url({ protocol: /^https?$/ })
  .refine((address) => address.startsWith('https:') || isLoopback(address), 'the https address of a queue');
/** Commas between, spaces and empty parts forgiven. */
const listed = (each: z.ZodType<string, string>) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(each));
const schema = z.object({
  [ENV.table]: z.string().regex(/^[A-Za-z0-9_.-]{3,255}$/, 'the name of a DynamoDB table'),
  [ENV.seedWorkbooks]: listed(z.string().regex(/^[\w-]{1,200}$/, 'a spreadsheet id')),
  [ENV.dynamodbEndpoint]: standIn.optional(),
  [ENV.sheetsRootUrl]: standIn.optional(),
  [ENV.sheetsToken]: z.string().min(1).optional(),
  [ENV.serviceAccounts]: listed(z.email()),
  [ENV.googleAudience]: z.string().startsWith('//iam.googleapis.com/').optional(),
  [ENV.googleKeySecret]: z.string().min(1).optional(),
  [ENV.googleAuthUrl]: standIn.optional(),
  [ENV.ingestQueue]: queue.optional(),
  [ENV.rollupQueue]: queue.optional(),
  [ENV.reportQueue]: queue.optional(),
  [ENV.syncAudiences]: listed(z.string().min(1)),
  [ENV.syncAllowed]: listed(z.string().includes('@')),
});

/** Reads the environment of `lambdas/contract.ts`. Throws one error that names every variable that is wrong, never a value. */
export function readConfig(env: Environment): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(filled);
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
