import type { RepDay } from '../source/source-tree.ts';
import { entry } from '../trees/entry.ts';
import type { ReadRow, RepDayName } from './read-rows.ts';
import type { RowLine } from './row-line.ts';

/** A rep-day of a snapshot, with the rows that stand in it more than once and how often. */
export interface CountedRepDay extends RepDay {
  readonly repeated?: ReadonlyMap<RowLine, number>;
}

export type RepDays = ReadonlyMap<RepDayName, CountedRepDay>;

/** Groups rows by rep-day. `unchanged`: the rep-days of an earlier reading are still these, `but` for some. */
export function repDaysOf(
  rows: readonly ReadRow[],
  unchanged?: { readonly repDays: RepDays; readonly but: ReadonlySet<RepDayName> },
): RepDays {
  const groups = new Map<RepDayName, { lines: RowLine[]; rejected: number }>();
  for (const { line, kind, repDay } of rows) {
    if (unchanged && !unchanged.but.has(repDay)) continue;
    const group = entry(groups, repDay, () => ({ lines: [], rejected: 0 }));
    group.lines.push(line);
    if (!kind) group.rejected++;
  }
  const repDays = new Map<RepDayName, CountedRepDay>(unchanged?.repDays);
  for (const name of unchanged?.but ?? []) repDays.delete(name);
  for (const [name, group] of groups) repDays.set(name, counted(name, group));
  return repDays;
}

/** Sorted, as it is stored: equal rows stand together. */
function counted({ day, rep }: RepDayName, { lines, rejected }: { lines: RowLine[]; rejected: number }): CountedRepDay {
  lines.sort();
  let repeated: Map<RowLine, number> | undefined;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line !== lines[i - 1]) continue;
    repeated ??= new Map();
    repeated.set(line, (repeated.get(line) ?? 1) + 1);
  }
  return { day, rep, lines, rejected, ...(repeated && { repeated }) };
}
