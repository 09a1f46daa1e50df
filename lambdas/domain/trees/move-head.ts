import type { Head } from './head.ts';

/** The two operations of the store that moving a head takes. */
export interface HeadStore {
  readHead(workbook: string): Promise<Head | undefined>;
  swapHead(workbook: string, expected: Head | undefined, next: Head): Promise<boolean>;
}

export const FIRST_HEAD: Head = { revision: 0, generation: 0, tabs: {} };

const TRIES = 20;

/**
 * Moves a head by compare-and-swap. `change` sees the head as it is now and returns the next one, or `undefined` when
 * what it was going to say no longer holds (then nothing is written and `undefined` is returned). Another writer in
 * between makes it look again.
 */
export async function moveHead(
  store: HeadStore,
  workbook: string,
  change: (head: Head) => Omit<Head, 'revision'> | undefined,
): Promise<Head | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await store.readHead(workbook);
    const next = change(stored ?? FIRST_HEAD);
    if (!next) return undefined;
    const head = { ...next, revision: (stored?.revision ?? 0) + 1 };
    if (await store.swapHead(workbook, stored, head)) return head;
  }
  throw new Error(`the head of workbook ${workbook} was moved by others ${TRIES} times in a row; run the sync again`);
}
