import type { DrivePort, QueuePort, RegistryPort } from '../ports.ts';
import { askDrive, type Failed, type Heard } from './ask-drive.ts';
import { hintsToSend } from './hints-to-send.ts';
import { type Seed, seeded } from './seeded.ts';

export interface DispatchDeps {
  readonly registry: RegistryPort;
  readonly queue: QueuePort;
  /** Workbooks that the deployment itself was told of. */
  readonly seeds?: readonly Seed[];
  /** What a service account can see, by its e-mail. */
  readonly drive: (account: string) => DrivePort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

export interface DispatchResult {
  /** Workbooks that are served. */
  readonly workbooks: number;
  readonly sent: number;
  /** Of those sent, the ones that the calendar made due. */
  readonly due: number;
  /** Accounts that Drive could not be asked for; their workbooks that are due were sent all the same. */
  readonly failed: readonly Failed[];
}

/** A workbook that fails is tried again then, not each minute; one that is reported says itself when it is next due. */
const TRY_AGAIN_MS = 30 * 60_000;
const AT_ONCE = 10;

/**
 * A tick: sends a hint for every workbook that changed or is due. How far Drive's list was read is noted after all sends,
 * so a tick that is cut short anywhere is done again by the next one; a hint that is sent twice does no harm.
 */
export async function dispatch(deps: DispatchDeps): Promise<DispatchResult> {
  const { registry, queue, seeds = [], drive, clock } = deps;
  const registered = await seeded(registry, seeds);
  const accounts = [...new Set(registered.map(({ account }) => account))];
  const answers = await Promise.all(accounts.map((account) => askDrive(registry, drive(account), account)));
  const heard = answers.filter((answer): answer is Heard => 'news' in answer);
  const failed = answers.filter((answer): answer is Failed => 'error' in answer);

  const now = clock();
  const { send, due } = hintsToSend(registered, new Map(heard.map(({ account, news }) => [account, news])), now);
  const overdue = new Set(due);
  const wasDue = new Map(registered.map(({ workbook, dueAt }) => [workbook, dueAt]));
  await someAtOnce(send, async (hint) => {
    await queue.send(hint);
    // At once: a tick that ends early must not send the same ones again each minute.
    const { workbook } = hint;
    if (overdue.has(workbook)) await registry.noteDue(workbook, now + TRY_AGAIN_MS, wasDue.get(workbook));
  });
  await someAtOnce(heard, async ({ account, from, to }) => {
    if (to !== from) await registry.savePageToken(account, to);
  });
  return { workbooks: registered.length, sent: send.length, due: due.length, failed };
}

/** Throws the first error, after which nothing more is begun. */
async function someAtOnce<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(all.slice(from, from + AT_ONCE).map(run));
  }
}
