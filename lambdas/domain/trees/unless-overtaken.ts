import type { Head } from './head.ts';
import { MissingItem } from './missing-item.ts';
import type { HeadStore } from './move-head.ts';

/**
 * What a run comes to that reads what `head` leads to; `undefined` when an item is gone because the head has moved on
 * since: the sweep may take what nothing has named for long, also from under a run that began before. Then the run starts
 * over, as the loser of a swap does. An item that is gone from under the head of now throws `MissingItem`.
 */
export async function unlessOvertaken<T>(
  store: Pick<HeadStore, 'readHead'>,
  workbook: string,
  head: Head | undefined,
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof MissingItem)) throw error;
    if ((await store.readHead(workbook))?.revision === head?.revision) throw error;
    return undefined;
  }
}
