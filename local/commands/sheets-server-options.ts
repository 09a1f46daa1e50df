import { type Command, InvalidArgumentError } from 'commander';
import type { QuotaLimits } from '../sheets-server/quotas.ts';
import { FAULT_EXAMPLES, parseFault, type WrittenFault } from './parse-fault.ts';
import { type AccountKey, readKey } from './read-key.ts';

/** What the command line says beside port, folder, locale and zone. */
export interface ServerSwitches {
  readonly token?: string;
  readonly signIn?: boolean;
  readonly key?: readonly AccountKey[];
  readonly quotas?: true | QuotaLimits;
  readonly fault?: readonly WrittenFault[];
  readonly faultSeed?: number;
  readonly control?: boolean;
}

/** Each use of an option is one more; what cannot be read is wrong use, with the reason. */
const many =
  <T>(read: (text: string) => T) =>
  (text: string, before: readonly T[] = []): readonly T[] => {
    try {
      return [...before, read(text)];
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  };

/** Gives the command everything that the server can be told. */
export const serverOptions = (command: Command): Command =>
  command
    .argument('[files...]', 'each .csv, .csv.gz or .xlsx becomes a workbook')
    .option('--token <token>', 'the only bearer token that is let in; without it anybody is')
    .option('--sign-in', 'only tokens that its own sign-in addresses gave out are let in, within their scopes')
    .option(
      '--key <file>',
      "a service account's key.json, or ADDRESS=public.pem: its signature is checked (with --sign-in; repeatable)",
      many(readKey),
    )
    .option(
      '--quotas [numbers]',
      "Google's quotas; or numbers a minute: each user, all users, and all calls of Drive, as in 60,300,12000",
      parseQuotas,
    )
    .option('--fault <fault>', `goes wrong as Google does, such as ${FAULT_EXAMPLES} (repeatable)`, many(parseFault))
    .option('--fault-seed <number>', 'repeats the chances of an earlier run', parseSeed)
    .option('--control', 'faults, the log of calls and edits of "somebody" can be had under /leadsheet/')
    .addHelpText('after', HELP);

const HELP = `
Faults: ANSWER and then, in any order, before or after (applied, and the answer lost), a chance (0.05 or 5%), how often
(x3; for ever without it), how late (2000ms) and the operations (values.update, values.*, drive.*).
Answers: 401 403 404 429 500 503, rateLimit, html, cut (half an answer), never, slow.

Examples:
  leadsheet sheets-server --port 8080 --data ./workbooks
  leadsheet sheets-server book.xlsx activities.csv --locale en_GB
  leadsheet sheets-server --quotas --fault 503:after:0.05 --fault 429:0.02 --fault-seed 7 --control`;

function parseQuotas(text: string): QuotaLimits {
  const numbers = text.split(',').map(Number);
  const [perUser, perProject, drive] = numbers;
  if (
    perUser === undefined ||
    perProject === undefined ||
    numbers.length > 3 ||
    !numbers.every((number) => Number.isInteger(number) && number > 0)
  )
    throw new InvalidArgumentError('Give two or three whole numbers such as 60,300; files stand before --quotas.');
  return { perUser, perProject, ...(drive !== undefined && { drive }) };
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new InvalidArgumentError('Give a whole number from 0 to 4294967295.');
  return seed;
}
