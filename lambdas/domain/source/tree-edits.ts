import { type Day, monthOf } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import { entry } from '../trees/entry.ts';
import type { TreeItem } from '../trees/item.ts';
import type { Lookup } from '../trees/loader.ts';
import { minus } from './multiset.ts';
import type { RowChange } from './row-changes.ts';
import {
  type DayEntry,
  dayRef,
  itemOf,
  leafBody,
  linesOfLeaf,
  type MonthEntry,
  monthRef,
  type RepDayEntry,
  repDayRef,
} from './source-tree.ts';

/** Rows that come to a rep-day and go from it. */
export type RepDayEdit = Pick<RowChange, 'day' | 'rep' | 'added' | 'removed'>;

/**
 * The tree after some edits, with the items that it has anew; it looks up what the edits touch and nothing else. Its
 * shape depends on the rows alone: it equals the tree that is built from all rows that are left.
 */
export function editedTree(
  months: readonly MonthEntry[],
  edits: readonly RepDayEdit[],
  isRejected: (line: RowLine) => boolean,
  lookup: Lookup,
): { readonly months: readonly MonthEntry[]; readonly items: readonly TreeItem[] } {
  const items: TreeItem[] = [];
  const keep = (item: TreeItem): string => {
    items.push(item);
    return item.digest;
  };
  const read = <E>(body: string | undefined): E[] => (body === undefined ? [] : (JSON.parse(body) as E[])); // written here or by changedSourceTree

  const byMonth = new Map<string, Map<Day, RepDayEdit[]>>();
  for (const edit of edits)
    entry(
      entry(byMonth, monthOf(edit.day), () => new Map<Day, RepDayEdit[]>()),
      edit.day,
      () => [],
    ).push(edit);
  const after = new Map(months.map((month) => [month[0], month]));
  for (const [month, editsOfMonth] of byMonth) {
    const stored = after.get(month);
    const days = new Map(read<DayEntry>(stored && lookup(monthRef(month, stored[1]))).map((day) => [day[0], day]));
    for (const [day, editsOfDay] of editsOfMonth) {
      const old = days.get(day);
      const reps = new Map(read<RepDayEntry>(old && lookup(dayRef(day, old[1]))).map((rep) => [rep[0], rep]));
      let rejected = old?.[3] ?? 0;
      for (const { rep, added, removed } of editsOfDay) {
        const leaf = reps.get(rep);
        const before = leaf === undefined ? undefined : lookup(repDayRef(day, leaf[1]));
        const lines = [...minus(before === undefined ? [] : linesOfLeaf(before), removed), ...added].sort();
        rejected += added.filter(isRejected).length - removed.filter(isRejected).length;
        if (lines.length === 0) reps.delete(rep);
        else reps.set(rep, [rep, keep(itemOf((name) => repDayRef(day, name), leafBody(lines))), lines.length]);
      }
      const entries = [...reps.values()].sort(byFirst);
      const rows = entries.reduce((sum, [, , count]) => sum + count, 0);
      if (rows === 0) days.delete(day);
      else days.set(day, [day, keep(itemOf((name) => dayRef(day, name), JSON.stringify(entries))), rows, rejected]);
    }
    const entries = [...days.values()].sort((a, b) => a[0] - b[0]);
    if (entries.length === 0) after.delete(month);
    else {
      const node = keep(itemOf((name) => monthRef(month, name), JSON.stringify(entries)));
      const sum = (index: 2 | 3) => entries.reduce((total, day) => total + day[index], 0);
      after.set(month, [month, node, sum(2), sum(3)]);
    }
  }
  return { months: [...after.values()].sort(byFirst), items };
}

const byFirst = (a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number =>
  a[0] < b[0] ? -1 : 1;
