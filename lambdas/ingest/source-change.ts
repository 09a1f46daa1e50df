import { monthOf } from '../domain/days/day.ts';
import type { Week } from '../domain/days/week.ts';
import type { Inputs } from '../domain/inputs/rules.ts';
import type { Quality } from '../domain/rows/quality.ts';
import { type ChangedRepDay, changedRepDays } from '../domain/source/changed-rep-days.ts';
import { type RowChange, rowsOfRepDays } from '../domain/source/row-changes.ts';
import {
  allMonths,
  type DayEntry,
  EVER,
  inputsRef,
  itemOf,
  leafBody,
  linesIn,
  monthRef,
  qualityRef,
  repDayRef,
  type SourceRoot,
  type SourceTree,
  sourceRootRef,
} from '../domain/source/source-tree.ts';
import { digest } from '../domain/trees/digest.ts';
import type { TreeItem } from '../domain/trees/item.ts';
import type { Lookup, WithItems } from '../domain/trees/loader.ts';

/** A snapshot as a tree, with the items that describe it beside the rows. */
export interface NewSource {
  readonly tree: SourceTree;
  readonly root: SourceRoot;
  readonly rootItem: TreeItem;
  readonly inputs: TreeItem;
  readonly quality: TreeItem;
  /** Names the rows alone: what a confirmation of removals quotes. */
  readonly rowsDigest: string;
}

export function newSource(tree: SourceTree, inputs: Inputs, quality: Quality): NewSource {
  const inputsItem = itemOf(inputsRef, JSON.stringify(inputs));
  const qualityItem = itemOf(qualityRef, JSON.stringify(quality));
  const rowsDigest = digest(JSON.stringify(tree.months));
  const root: SourceRoot = { months: tree.months, inputs: inputsItem.digest, quality: qualityItem.digest };
  return { tree, inputs: inputsItem, quality: qualityItem, rowsDigest, ...rooted(root) };
}

/** The same with rows beside it that are kept without the sheet. */
export function withArchive(source: NewSource, archive: SourceRoot['archive'] = []): NewSource {
  return archive.length === 0 ? source : { ...source, ...rooted({ ...source.root, archive }) };
}

const rooted = (root: SourceRoot): Pick<NewSource, 'root' | 'rootItem'> => ({
  root,
  rootItem: itemOf(sourceRootRef, JSON.stringify(root)),
});

/**
 * What differs from the stored tree: the rep-days, and the rows in them. Looks up only what differs, and nothing of it
 * where the stored tree is the one of the last reading.
 */
export async function sourceChanges(
  before: SourceRoot | undefined,
  after: NewSource,
  withItems: WithItems,
  last?: SourceTree,
): Promise<{ readonly repDays: readonly ChangedRepDay[]; readonly rows: readonly RowChange[] }> {
  const { tree, root } = after;
  const inMemory = last ? [tree, last] : [tree];
  const sight = (months: SourceRoot['months']) => ({ months, through: EVER });
  const repDays = await withItems((lookup) =>
    changedRepDays(sight(before?.months ?? []), sight(root.months), lookup, inMemory),
  );
  const rows = await withItems((lookup) => rowsOfRepDays(repDays, lookup, inMemory));
  return { repDays, rows };
}

/** The items that a store holding `before` may lack. */
export function newItems(
  before: SourceRoot | undefined,
  after: NewSource,
  changed: readonly ChangedRepDay[],
): TreeItem[] {
  const items: TreeItem[] = [];
  for (const repDay of changed) {
    const { day, after: leaf } = repDay;
    const lines = leaf === undefined ? undefined : linesIn([after.tree], repDay, leaf);
    if (leaf !== undefined && lines) items.push({ ...repDayRef(day, leaf), body: leafBody(lines) });
  }
  const days = new Set(changed.map(({ day }) => day));
  for (const [day, node] of after.tree.dayNodes) if (days.has(day)) items.push(node);
  const known = new Map(before?.months.map(([month, node]) => [month, node]));
  for (const [month, node] of after.tree.monthNodes) if (known.get(month) !== node.digest) items.push(node);
  if (before?.inputs !== after.root.inputs) items.push(after.inputs);
  if (before?.quality !== after.root.quality) items.push(after.quality);
  return [...items, after.rootItem];
}

/** Rows that a stored tree holds in a week, those kept without the sheet included; looks up the months of the week. */
export function rowsOfWeek(root: SourceRoot, week: Week, lookup: Lookup): number {
  let rows = 0;
  for (const [month, node] of allMonths(root)) {
    if (month !== monthOf(week) && month !== monthOf(week + 6)) continue;
    const body = lookup(monthRef(month, node));
    for (const [day, , count] of JSON.parse(body ?? '[]') as DayEntry[])
      if (day >= week && day < week + 7) rows += count; // written by changedSourceTree
  }
  return rows;
}
