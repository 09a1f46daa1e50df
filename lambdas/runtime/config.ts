import * as z from 'zod';
import { ENV } from '../contract.ts';

/** Where a stage finds its table, its spreadsheets and the next stage. */
export interface Config {
  readonly table: string;
  readonly dynamodbEndpoint?: string | undefined;
  readonly sheetsRootUrl?: string | undefined;
  readonly sheetsToken?: string | undefined;
  readonly serviceAccount?: string | undefined;
  readonly rollupQueue?: string | undefined;
  readonly reportQueue?: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const url = z.url({ protocol: /^https?$/ });
const schema = z.object({
  [ENV.table]: z.string().regex(/^[A-Za-z0-9_.-]{3,255}$/, 'the name of a DynamoDB table'),
  [ENV.dynamodbEndpoint]: url.optional(),
  [ENV.sheetsRootUrl]: url.optional(),
  [ENV.sheetsToken]: z.string().min(1).optional(),
  [ENV.serviceAccount]: z.email().optional(),
  [ENV.rollupQueue]: url.optional(),
  [ENV.reportQueue]: url.optional(),
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
    dynamodbEndpoint: data[ENV.dynamodbEndpoint],
    sheetsRootUrl: data[ENV.sheetsRootUrl],
    sheetsToken: data[ENV.sheetsToken],
    serviceAccount: data[ENV.serviceAccount],
    rollupQueue: data[ENV.rollupQueue],
    reportQueue: data[ENV.reportQueue],
  };
}
