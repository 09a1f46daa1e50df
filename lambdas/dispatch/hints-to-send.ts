import type { Registration, StageHint } from '../ports.ts';

/** What Drive says of an account: file id -> epoch milliseconds of the edit; `anything`: it can't tell since when. */
export type News = ReadonlyMap<string, number> | 'anything';

export interface Hints {
  readonly send: readonly StageHint[];
  /** The workbooks among them that the calendar made due. */
  readonly due: readonly string[];
}

/**
 * Decides who is sent on their way: workbooks that their own account saw change (what other accounts see of them is the
 * same edit), and those that are due. One hint each. `news` lacks accounts that could not be asked.
 */
export function hintsToSend(registered: readonly Registration[], news: ReadonlyMap<string, News>, now: number): Hints {
  const send: StageHint[] = [];
  const due: string[] = [];
  for (const { workbook, account, dueAt } of registered) {
    const heard = news.get(account);
    const changedAt = heard === 'anything' ? undefined : heard?.get(workbook);
    const isDue = dueAt <= now;
    if (isDue) due.push(workbook);
    if (isDue || heard === 'anything' || changedAt !== undefined) {
      send.push({ workbook, account, ...(changedAt !== undefined && { changedAt }) });
    }
  }
  return { send, due };
}
