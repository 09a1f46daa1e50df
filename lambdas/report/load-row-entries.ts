import { asOfInstant } from '../domain/days/as-of.ts';
import { type Day, monthOf } from '../domain/days/day.ts';
import type { RowEntry } from '../domain/recording/entry-delay.ts';
import { AT } from '../domain/rows/activity-columns.ts';
import { creditedReps, type RepKey } from '../domain/rows/rep-key.ts';
import { cellsOf, type RowLine } from '../domain/rows/row-line.ts';
import { rowIdentity, seenKey } from '../domain/source/first-seen.ts';
import {
  type DayEntry,
  dayRef,
  linesOfLeaf,
  monthRef,
  type RepDayEntry,
  repDayRef,
  type SourceRoot,
  sourceRootRef,
} from '../domain/source/source-tree.ts';
import { entry } from '../domain/trees/entry.ts';
import { type Lookup, withItems } from '../domain/trees/loader.ts';
import type { Seen } from '../ports.ts';
import type { ReportSums } from '../tabs/report-figures.ts';
import { shownWeek } from '../tabs/shown-week.ts';
import type { FiguresStore } from './figures-store.ts';

/**
 * When the rows of the week that Week leads with were typed. Only rep-days with a known time are read, so a workbook
 * that was read once costs nothing here.
 */
export async function loadRowEntries(
  store: FiguresStore,
  workbook: string,
  sourceRoot: string,
  figures: Pick<ReportSums, 'rules' | 'asOf' | 'current'>,
): Promise<ReadonlyMap<RepKey, readonly RowEntry[]>> {
  const { team, timeZone } = figures.rules;
  const { week, through } = shownWeek(figures);
  const load = (refs: Parameters<FiguresStore['getItems']>[1]) => store.getItems(workbook, refs);
  const repDays = await withItems(load, (lookup) => repDaysOf(sourceRoot, week, through, lookup));
  const seen = await store.readSeen(
    workbook,
    repDays.map(({ key }) => key),
  );
  const known = repDays.filter(({ key }) => seen.has(key));
  const bodies = known.length === 0 ? new Map<string, string>() : await load(known.map(({ leaf }) => leaf));
  const entries = new Map<RepKey, RowEntry[]>();
  for (const { day, key, leaf } of known) {
    for (const { line, time } of timesOf(linesOfLeaf(bodies.get(leaf.digest) ?? ''), seen.get(key) ?? {})) {
      const row = { day, seen: asOfInstant(time, timeZone).day };
      for (const rep of creditedReps(cellsOf(line)[AT.rep], team)) entry(entries, rep.key, () => []).push(row);
    }
  }
  return entries;
}

function repDaysOf(sourceRoot: string, from: Day, through: Day, lookup: Lookup) {
  const root = lookup(sourceRootRef(sourceRoot));
  const { months } = (root === undefined ? { months: [] } : JSON.parse(root)) as Pick<SourceRoot, 'months'>; // items are written by this code alone
  const wanted = new Set([monthOf(from), monthOf(through)]);
  const read = <T>(body: string | undefined): T[] => (body === undefined ? [] : JSON.parse(body)) as T[];
  return months
    .filter(([month]) => wanted.has(month))
    .flatMap(([month, node]) => read<DayEntry>(lookup(monthRef(month, node))))
    .filter(([day]) => day >= from && day <= through)
    .flatMap(([day, node]) =>
      read<RepDayEntry>(lookup(dayRef(day, node))).map(([rep, leaf]) => ({
        day,
        key: seenKey(day, rep),
        leaf: repDayRef(day, leaf),
      })),
    );
}

/** The rows whose time is known. Equal rows have one ordinal each. */
function timesOf(lines: readonly RowLine[], seen: Seen): { readonly line: RowLine; readonly time: number }[] {
  const ordinals = new Map<RowLine, number>();
  return lines.flatMap((line) => {
    const ordinal = ordinals.get(line) ?? 0;
    ordinals.set(line, ordinal + 1);
    const time = seen[rowIdentity(line, ordinal)];
    return time === undefined ? [] : [{ line, time }];
  });
}
