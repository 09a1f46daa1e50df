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

/**
 * For a full run: the rows that no sheet holds, read and made anew. Throws when they can't be read, unless they are `givenUp`:
 * then there are none.
 */
export async function wholeArchive(
  load: LoadItems,
  months: readonly MonthEntry[],
  isRejected: (line: RowLine) => boolean,
  givenUp: boolean,
): Promise<{ readonly months: readonly MonthEntry[]; readonly items: readonly TreeItem[] }> {
  try {
    return await withItems(load, (lookup) => {
      const rows = rowChanges({ months: [], through: 0 }, { months, through: EVER }, lookup);
      return editedTree([], rows, isRejected, () => undefined);
    });
  } catch (error) {
    if (!(error instanceof MissingItem)) throw error;
    if (givenUp) return { months: [], items: [] };
    throw new Error(
      `Rows that "Archived before" keeps are missing in the table, and no sheet holds them. Restore the table from its point-in-time recovery, or paste those rows into Activity, clear "Archived before" and run the sync again. (${error.message})`,
      { cause: error },
    );
  }
}
