import { AT } from '../rows/activity-columns.ts';
import type { RowLine } from '../rows/row-line.ts';
import { minus } from '../source/multiset.ts';

/** What goes and what comes, as multisets. */
export interface Change {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const NOTHING: Change = { removed: [], added: [] };

/** What goes without coming back, and the other way round, where `partOf` is all that matters of each. */
export function differing(change: Change, partOf = (text: string): string => text): Change {
  if (change.removed.length === 0 || change.added.length === 0) return change;
  const [removed, added] = [change.removed.map(partOf), change.added.map(partOf)];
  if (removed.length === 1 && added.length === 1) return removed[0] === added[0] ? NOTHING : { removed, added };
  return { removed: minus(removed, added), added: minus(added, removed) };
}

const SEPARATOR = '\u001f';

/** All of a row that is counted: the cells before its notes, which are the last of the known columns. */
export function withoutNotes(line: RowLine): RowLine {
  let end = -1;
  for (let column = 0; column < AT.notes; column++) {
    end = line.indexOf(SEPARATOR, end + 1);
    if (end < 0) return line;
  }
  while (line[end - 1] === SEPARATOR) end--;
  return line.slice(0, end);
}
