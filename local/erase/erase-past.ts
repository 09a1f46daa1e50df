import type { RowLine } from '../../lambdas/domain/rows/row-line.ts';
import { rowIdentity } from '../../lambdas/domain/source/first-seen.ts';
import { entry } from '../../lambdas/domain/trees/entry.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import type { TreeItem } from '../../lambdas/domain/trees/item.ts';
import type { StoredItem, StorePort } from '../../lambdas/ports.ts';
import { erasedItem } from './erased-item.ts';
import { itemsInForce } from './in-force.ts';
import { seenKeysOfLeaves } from './leaf-days.ts';
import type { Person } from './person.ts';
import { keyOf, listAll, readItems } from './read-items.ts';

export interface ErasedPast {
  /** Rows taken out of past states, each counted once. */
  readonly rows: number;
  /** Days of a rep from which rows were taken out. */
  readonly rewritten: readonly TreeItem[];
  /** Items of past figures that named the person. */
  readonly deleted: number;
}

export interface PastRequest {
  readonly workbook: string;
  readonly person: Person;
  readonly head: Head;
  /** Only count. */
  readonly dryRun: boolean;
  /** Hears how many of all items were looked at. */
  readonly told: (looked: number, all: number) => void;
}

/**
 * Takes a person out of every stored item that is not in force. Days of a rep keep their place in past states, so that
 * `restore` finds the rows of others; items of past figures go. First-seen times go first, since the rows tell where
 * they are: after a crash at any point the next run finds what is left.
 */
export async function erasePast(
  store: StorePort,
  { workbook, person, head, dryRun, told }: PastRequest,
): Promise<ErasedPast> {
  const items = await listAll(store, workbook);
  const inForce = await itemsInForce(store, workbook, head);
  const past = items.filter((item) => !inForce.has(keyOf(item)));
  const seenKeys = await seenKeysOfLeaves(store, workbook, items);
  const rows = new Set<RowLine>();
  const rewritten: TreeItem[] = [];
  let [looked, deleted] = [0, 0];
  for await (const group of readItems(store, workbook, past)) {
    const rewrites: TreeItem[] = [];
    const garbage: StoredItem[] = [];
    const seen = new Map<string, string[]>();
    for (const { body, ...item } of group) {
      const erased = body === undefined ? undefined : erasedItem(item.area, body, person);
      if (erased?.what === 'delete') garbage.push(item);
      if (erased?.what !== 'rewrite') continue;
      rewrites.push({ area: item.area, digest: item.digest, body: erased.body });
      for (const line of erased.lines) rows.add(line);
      for (const key of seenKeys.get(keyOf(item)) ?? []) entry(seen, key, () => []).push(...identities(erased.lines));
    }
    if (!dryRun) {
      await store.dropSeen(workbook, seen);
      await store.putItems(workbook, rewrites);
      for (const item of garbage) await store.deleteItem(workbook, item);
    }
    rewritten.push(...rewrites);
    deleted += garbage.length;
    looked += group.length;
    told(looked, past.length);
  }
  if (!dryRun) await store.deleteStaleParts(workbook);
  return { rows: rows.size, rewritten, deleted };
}

/** Equal rows are told apart by their ordinal. */
function identities(lines: readonly RowLine[]): string[] {
  const ordinals = new Map<RowLine, number>();
  return lines.map((line) => {
    const ordinal = ordinals.get(line) ?? 0;
    ordinals.set(line, ordinal + 1);
    return rowIdentity(line, ordinal);
  });
}
