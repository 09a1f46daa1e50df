import { type Day, UNDATED } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import { entry } from '../trees/entry.ts';
import type { TreeItem } from '../trees/item.ts';
import type { Lookup } from '../trees/loader.ts';
import { Lines } from './multiset.ts';
import { type RowChange, rowChanges } from './row-changes.ts';
import { EVER, type MonthEntry } from './source-tree.ts';
import { editedTree, type RepDayEdit } from './tree-edits.ts';

/**
 * "Archived before (setting): stored rows before that date survive their removal from the sheet." They lie in a tree of
 * their own beside that of the sheet, so a row is counted once, wherever it lies; figures are those of both trees.
 */
export interface Archive {
  readonly months: readonly MonthEntry[];
  /** What the store may lack. */
  readonly items: readonly TreeItem[];
  /** Rows that are gone from the sheet and kept. */
  readonly kept: readonly RowLine[];
  /** Rows that were kept so far, and that the setting covers no more. */
  readonly dropped: readonly RowChange[];
}

export interface ArchiveInput {
  /** As stored. */
  readonly months: readonly MonthEntry[];
  /** What changed on the sheet. */
  readonly changes: readonly RowChange[];
  /** Of the rows that are gone from the sheet, those that did not become another one by an edit. */
  readonly gone: readonly RowLine[];
  /** Rows before this day are kept. */
  readonly before: Day;
  readonly isRejected: (line: RowLine) => boolean;
  /** Rows that are not to be kept: a person's data is erased. */
  readonly forget?: ((line: RowLine) => boolean) | undefined;
}

export function archiveAfter(input: ArchiveInput, lookup: Lookup): Archive {
  const { months, changes, before, forget, isRejected } = input;
  const within = (from: Day, through: Day): RowChange[] =>
    rowChanges({ months, through: from - 1 }, { months, through }, lookup).map(
      ({ day, rep, added }): RowChange => ({ day, rep, added: [], removed: added }),
    );
  const archived = new Map<Day, readonly RowChange[]>();
  const linesOf = (day: Day, rep: string): readonly RowLine[] =>
    entry(archived, day, () => within(day, day)).find((stored) => stored.rep === rep)?.removed ?? [];

  const gone = new Lines(input.gone);
  const kept: RowLine[] = [];
  const edits: RepDayEdit[] = [];
  for (const { day, rep, removed, added } of changes) {
    if (day >= before || day === UNDATED) continue;
    const leaving = removed.filter((line) => gone.take(line) && !forget?.(line));
    kept.push(...leaving);
    // What stands on the sheet again is counted there.
    const onSheet = new Lines(added);
    const back = added.length === 0 ? [] : linesOf(day, rep).filter((line) => onSheet.take(line));
    if (leaving.length + back.length > 0) edits.push({ day, rep, added: leaving, removed: back });
  }
  const dropped = within(before, EVER);
  const forgotten = forget
    ? within(UNDATED + 1, before - 1).map((change) => ({ ...change, removed: change.removed.filter(forget) }))
    : [];
  const tree = editedTree(months, [...edits, ...dropped, ...forgotten], isRejected, lookup);
  return { ...tree, kept, dropped };
}
