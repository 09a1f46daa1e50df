import { GOOGLE_QUOTAS } from '../sheets-server/quotas.ts';
import type { ServerSwitches } from './sheets-server-options.ts';

export interface RunningServer {
  readonly url: string;
  /** Absent: workbooks live in memory. */
  readonly data: string | undefined;
  readonly workbooks: readonly { readonly id: string; readonly title: string }[];
  readonly switches: ServerSwitches;
  readonly seed: number;
}

/** What the server says when it is there: its address, its workbooks, and what is switched on. */
export function serverSummary({ url, data, workbooks, switches, seed }: RunningServer): string {
  const { token, signIn, key = [], quotas, fault = [], control } = switches;
  const limits = quotas === true ? GOOGLE_QUOTAS : quotas;
  const wide = Math.max(0, ...workbooks.map(({ title }) => title.length));
  const lines = [
    `The local Sheets server listens at ${url}`,
    ...workbooks.map(({ id, title }) => `  ${title.padEnd(wide)}  ${url}w/${id}`),
    data === undefined
      ? 'Workbooks are kept in memory, and gone at the end (--data keeps them).'
      : `Workbooks are kept in ${data}.`,
    token !== undefined && `Let in: the token given${signIn || key.length > 0 ? ', and tokens it gave out' : ''}.`,
    token === undefined && (signIn || key.length > 0) && 'Let in: tokens that it gave out at /token and /v1/token.',
    key.length > 0 && `Signatures are checked of ${key.map(({ email }) => email).join(', ')}.`,
    limits &&
      `Quotas a minute: ${limits.perUser} reads and as many writes for each user, ${limits.perProject} for all${limits.drive ? `; ${limits.drive} calls of Drive` : ''}.`,
    fault.length > 0 && `Faults: ${fault.map(({ text }) => text).join(', ')} (--fault-seed ${seed} repeats them).`,
    control && `Faults, calls and edits can be had at ${url}leadsheet/.`,
    'Ctrl-C ends it.',
  ];
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`;
}
