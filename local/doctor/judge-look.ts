import * as z from 'zod';
import { type Finding, failed, ok, skipped } from './finding.ts';

const NAME = 'Functions at Google';

/** As `Looked` of dispatch; a word for a kind that this version does not know does no harm. */
const looked = z.object({
  accounts: z.array(
    z.object({ account: z.string(), refused: z.object({ kind: z.string(), message: z.string() }).optional() }),
  ),
});

/** `answer`: what dispatch told of its look, if it is of a version that can. */
export function judgeLook(answer: unknown): Finding {
  const { data } = looked.safeParse(answer);
  if (data === undefined)
    return skipped(NAME, 'they are of an older version, which cannot be asked', 'Run: npx cdk deploy --all');
  const { accounts } = data;
  const names = accounts.map(({ account }) => account).join(', ');
  const refused = accounts.flatMap(({ account, refused }) => (refused === undefined ? [] : [{ account, ...refused }]));
  if (accounts.length === 0) return skipped(NAME, 'no service account is set to ask as');
  if (refused.length === 0) return ok(NAME, `Google lets them in as ${names}`);
  // One provider refuses all accounts with the same words.
  const said = Map.groupBy(refused, ({ message }) => message);
  return failed(
    NAME,
    [...said].map(([message, as]) => `As ${as.map(({ account }) => account).join(', ')}: ${message}`).join(' '),
    [...new Set(refused.map(cureOf))].join(' '),
  );
}

const SETUP = '"leadsheet doctor --google-setup"';
const CURES: readonly (readonly [RegExp, string])[] = [
  [
    /did not let the AWS role in/,
    `Hold the provider at Google against what ${SETUP} prints: the AWS account, the mapping, and the names of the roles in the condition (update-aws changes them).`,
  ],
  [/There is no service account/, `Make it as ${SETUP} prints, or deploy with the right -c serviceAccounts=EMAIL.`],
  [
    /switched off/,
    'Run: gcloud services enable sheets.googleapis.com drive.googleapis.com iamcredentials.googleapis.com sts.googleapis.com',
  ],
  [/may not act as/, `Run the grants that ${SETUP} prints; it may take two minutes until they hold.`],
];

function cureOf({ kind, message }: { readonly kind: string; readonly message: string }): string {
  if (kind === 'quota' || kind === 'unavailable')
    return 'It passes: look again in a minute. Quota that runs out often is raised under "IAM & Admin > Quotas" of the Google Cloud project.';
  return CURES.find(([words]) => words.test(message))?.[1] ?? 'Do as it says, and look again.';
}
