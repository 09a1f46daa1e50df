import type { RowLine } from '../domain/rows/row-line.ts';
import { rowChanges } from '../domain/source/row-changes.ts';
import { EVER, type MonthEntry, type SourceRoot, sourceRootRef } from '../domain/source/source-tree.ts';
import { editedTree } from '../domain/source/tree-edits.ts';
import type { TreeItem } from '../domain/trees/item.ts';
import { type LoadItems, withItems } from '../domain/trees/loader.ts';
import { MissingItem } from '../domain/trees/missing-item.ts';

export async function storedRoot(load: LoadItems, root: string | undefined): Promise<SourceRoot | undefined> {
  if (root === undefined) return undefined;
  return JSON.parse((await load([sourceRootRef(root)])).get(root) ?? '') as SourceRoot; // written by newSource
}

/** For a full run, which trusts nothing: the root in force if it can be read. */
export async function readableRoot(load: LoadItems, root: string | undefined): Promise<SourceRoot | undefined> {
  try {
    return await storedRoot(load, root);
  } catch (error) {
    if (error instanceof MissingItem) return undefined;
    throw error;
  }
}

interface WholeArchive {
  readonly months: readonly MonthEntry[];
  readonly items: readonly TreeItem[];
}

/**
 * For a full run: the rows that no sheet holds, read and made anew. Throws when some can't be read, unless they are `givenUp`:
 * then the months that can be.
 */
export async function wholeArchive(
  load: LoadItems,
  months: readonly MonthEntry[],
  isRejected: (line: RowLine) => boolean,
  givenUp: boolean,
): Promise<WholeArchive> {
  const anew = (some: readonly MonthEntry[]): Promise<WholeArchive> =>
    withItems(load, (lookup) => {
      const rows = rowChanges({ months: [], through: 0 }, { months: some, through: EVER }, lookup);
      return editedTree([], rows, isRejected, () => undefined);
    });
  if (givenUp) {
    const each = await Promise.all(months.map((month) => anew([month]).catch(noneIfMissing)));
    return { months: each.flatMap((one) => one.months), items: each.flatMap(({ items }) => items) };
  }
  try {
    return await anew(months);
  } catch (error) {
    if (!(error instanceof MissingItem)) throw error;
    throw new Error(
      `Rows that "Archived before" keeps are missing in the table, and no sheet holds them. Restore the table from its point-in-time recovery, or paste those rows into Activity, clear "Archived before" and run the sync again. (${error.message})`,
      { cause: error },
    );
  }
}

function noneIfMissing(error: unknown): WholeArchive {
  if (error instanceof MissingItem) return { months: [], items: [] };
  throw error;
}
