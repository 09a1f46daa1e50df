import { z } from 'zod';

/** What the owner of a deployment chooses, each with `cdk ... -c name=value` or under `context` in cdk.json. */
export interface Settings {
  /** Spreadsheet ids that the schedule serves. */
  readonly workbooks: readonly string[];
  /** Minutes between two runs of one workbook. */
  readonly rateMinutes: number;
  /** E-mail of the Google service account that the workbooks are shared with. */
  readonly serviceAccount?: string | undefined;
  /** X-Ray active tracing of the functions. */
  readonly tracing: boolean;
}

export const SETTING_NAMES = ['workbooks', 'rateMinutes', 'serviceAccount', 'tracing'] as const;

/** On the command line a list is text with commas, in cdk.json it may be an array. */
const listed = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : value;

const workbook = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, {
  error: 'is no spreadsheet id: take the part between /d/ and /edit of the address of the spreadsheet',
});

const schema = z
  .object({
    workbooks: z
      .preprocess(listed, z.array(workbook))
      .default([])
      .refine((ids) => new Set(ids).size === ids.length, { error: 'names a spreadsheet twice: keep one' }),
    rateMinutes: z.coerce
      .number({ error: 'is no number: write minutes, such as 5' })
      .int({ error: 'must be whole minutes, such as 5' })
      .min(1, { error: 'must be at least 1 minute: the scheduler is no finer' })
      .max(1440, { error: 'must be at most 1440 minutes (a day): reports follow the calendar day' })
      .default(5),
    serviceAccount: z.email({ error: 'is no e-mail address: write that of the Google service account' }).optional(),
    tracing: z.union([z.boolean(), z.stringbool()], { error: 'must be true or false' }).default(false),
  })
  .refine((settings) => settings.workbooks.length === 0 || settings.serviceAccount !== undefined, {
    path: ['serviceAccount'],
    error: 'is missing: workbooks are read as a Google service account; give its e-mail with -c serviceAccount=...',
  });

/**
 * Settings from the context of the CDK app; what is absent takes its default, so that a bare synth works.
 * Throws one error that names every setting that is wrong and what to do.
 */
export function readSettings(context: (name: string) => unknown): Settings {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, context(name)]));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(`These settings (-c name=value, or "context" in cdk.json) are wrong:\n${problems.join('\n')}`);
}
