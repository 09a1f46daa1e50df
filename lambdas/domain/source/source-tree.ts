import { type Day, monthOf } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import { digest } from '../trees/digest.ts';
import type { ItemRef, TreeItem } from '../trees/item.ts';
import type { Lookup } from '../trees/loader.ts';

/**
 * The rows of a workbook as git keeps files: root -> months -> days -> rep-days. A rep-day holds the lines of one day
 * and one Rep cell (as typed, encoded), sorted; equal rows stand twice. So two snapshots with the same rows in any order
 * are the same tree, and comparing two walks down only where digests differ.
 */
export interface SourceRoot {
  /** The rows on the sheet. */
  readonly months: readonly MonthEntry[];
  /** Rows that are gone from the sheet and kept (`archive.ts`), as a tree of the same kind; absent = none. */
  readonly archive?: readonly MonthEntry[];
  /** Digest of the `inputs` item. */
  readonly inputs: string;
  /** Digest of the `quality` item: what was rejected and flagged. */
  readonly quality: string;
}

/** The months of the sheet and those kept without it, in order; a month may be there twice. */
export const allMonths = ({ months, archive = [] }: Pick<SourceRoot, 'months' | 'archive'>): readonly MonthEntry[] =>
  archive.length === 0 ? months : [...months, ...archive].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** `2026-11`, digest of the month node, rows, rejected rows. */
export type MonthEntry = readonly [month: string, digest: string, rows: number, rejected: number];
export type DayEntry = readonly [day: Day, digest: string, rows: number, rejected: number];
export type RepDayEntry = readonly [rep: string, digest: string, rows: number];

/** One rep-day of a snapshot: its lines in order, and how many of them are rejected. */
export interface RepDay {
  readonly day: Day;
  readonly rep: string;
  readonly lines: readonly RowLine[];
  readonly rejected: number;
}

export const sourceRootRef = (root: string): ItemRef => ({ area: 'source', digest: root });
export const inputsRef = (inputs: string): ItemRef => ({ area: 'inputs', digest: inputs });
export const qualityRef = (quality: string): ItemRef => ({ area: 'quality', digest: quality });
export const monthRef = (month: string, node: string): ItemRef => ({ area: `month/${month}`, digest: node });
export const dayRef = (day: Day, node: string): ItemRef => ({ area: `day/${monthOf(day)}`, digest: node });
export const repDayRef = (day: Day, leaf: string): ItemRef => ({ area: `rows/${monthOf(day)}`, digest: leaf });

export const itemOf = (ref: (digest: string) => ItemRef, body: string): TreeItem => ({ ...ref(digest(body)), body });

/** The tree of a snapshot above its leaves, in memory; `items` holds every node, leaves are named but built on demand. */
export interface SourceTree {
  readonly months: readonly MonthEntry[];
  readonly monthNodes: ReadonlyMap<string, TreeItem>;
  readonly dayNodes: ReadonlyMap<Day, TreeItem>;
  readonly leaves: ReadonlyMap<string, RepDay>;
}

/** A rep-day that is taken over from an earlier snapshot has its name already. */
const LEAVES = new WeakMap<RepDay, string>();

function leafOf(repDay: RepDay): string {
  let leaf = LEAVES.get(repDay);
  if (leaf === undefined) {
    leaf = digest(leafBody(repDay.lines));
    LEAVES.set(repDay, leaf);
  }
  return leaf;
}

/** Names everything by its digest. */
export function buildSourceTree(repDays: Iterable<RepDay>): SourceTree {
  const leaves = new Map<string, RepDay>();
  const days = new Map<Day, { entries: RepDayEntry[]; rejected: number }>();
  for (const repDay of repDays) {
    const leaf = leafOf(repDay);
    leaves.set(leaf, repDay);
    const day = days.get(repDay.day) ?? { entries: [], rejected: 0 };
    day.entries.push([repDay.rep, leaf, repDay.lines.length]);
    day.rejected += repDay.rejected;
    days.set(repDay.day, day);
  }
  const dayNodes = new Map<Day, TreeItem>();
  const months = new Map<string, DayEntry[]>();
  for (const [day, { entries, rejected }] of [...days].sort(([a], [b]) => a - b)) {
    entries.sort(byFirst);
    const node = itemOf((name) => dayRef(day, name), JSON.stringify(entries));
    dayNodes.set(day, node);
    const month = months.get(monthOf(day)) ?? [];
    month.push([day, node.digest, entries.reduce((sum, [, , rows]) => sum + rows, 0), rejected]);
    months.set(monthOf(day), month);
  }
  const monthNodes = new Map<string, TreeItem>();
  const monthEntries: MonthEntry[] = [];
  for (const [month, entries] of months) {
    const node = itemOf((name) => monthRef(month, name), JSON.stringify(entries));
    monthNodes.set(month, node);
    monthEntries.push([month, node.digest, sumOf(entries, 2), sumOf(entries, 3)]);
  }
  return { months: monthEntries, monthNodes, dayNodes, leaves };
}

export const leafBody = (lines: readonly RowLine[]): string => lines.join('\n');
/** A leaf of which everything was erased has none. */
export const linesOfLeaf = (body: string): RowLine[] => (body === '' ? [] : body.split('\n'));

const sumOf = (entries: readonly DayEntry[], index: 2 | 3): number =>
  entries.reduce((sum, entry) => sum + entry[index], 0);
const byFirst = (a: RepDayEntry, b: RepDayEntry): number => (a[0] < b[0] ? -1 : 1);

/** A rep-day that differs between two trees; an absent digest = it is not in that tree. */
export interface ChangedRepDay {
  readonly day: Day;
  readonly rep: string;
  readonly before?: string;
  readonly after?: string;
}

/** Which days of a tree can be seen: held rows come into sight when their day has come. */
export interface VisibleTree {
  readonly months: readonly MonthEntry[];
  readonly archive?: readonly MonthEntry[];
  /** The last day that can be seen. */
  readonly through: Day;
}

/** 9999-12-31, the last day that Sheets knows: everything is in sight. */
export const EVER: Day = 2_958_465;

/** The rep-days on the sheet that differ, in order of days. Looks up month and day nodes only where digests or sight differ. */
export function changedRepDays(before: VisibleTree, after: VisibleTree, lookup: Lookup): ChangedRepDay[] {
  const changed: ChangedRepDay[] = [];
  for (const [month, [old, now]] of paired<string, MonthEntry>(seenMonths(before), seenMonths(after))) {
    const [oldDays, nowDays] = nodesOf<DayEntry>(
      old,
      now,
      (node) => lookup(monthRef(month, node)),
      sightDiffers(month, before, after),
    );
    for (const [day, [oldDay, nowDay]] of paired<Day, DayEntry>(seen(oldDays, before), seen(nowDays, after))) {
      const [oldReps, nowReps] = nodesOf<RepDayEntry>(oldDay, nowDay, (node) => lookup(dayRef(day, node)), false);
      for (const [rep, [oldLeaf, nowLeaf]] of paired<string, RepDayEntry>(oldReps, nowReps)) {
        if (oldLeaf?.[1] === nowLeaf?.[1]) continue;
        changed.push({ day, rep, ...(oldLeaf && { before: oldLeaf[1] }), ...(nowLeaf && { after: nowLeaf[1] }) });
      }
    }
  }
  return changed.sort((a, b) => a.day - b.day);
}

const seenMonths = (tree: VisibleTree): MonthEntry[] => tree.months.filter(([month]) => month <= monthOf(tree.through));
const seen = (days: readonly DayEntry[], tree: VisibleTree): DayEntry[] => days.filter(([day]) => day <= tree.through);

/** An equal month is still looked into when one of two different sights ends within it. */
function sightDiffers(month: string, before: VisibleTree, after: VisibleTree): boolean {
  return before.through !== after.through && month >= monthOf(Math.min(before.through, after.through));
}

function nodesOf<E>(
  old: readonly [unknown, string, ...unknown[]] | undefined,
  now: readonly [unknown, string, ...unknown[]] | undefined,
  read: (digest: string) => string | undefined,
  evenIfEqual: boolean,
): [readonly E[], readonly E[]] {
  if (old?.[1] === now?.[1] && !evenIfEqual) return [[], []];
  const entriesOf = (entry: typeof old): E[] => JSON.parse((entry && read(entry[1])) ?? '[]') as E[]; // written by buildSourceTree
  return [entriesOf(old), entriesOf(now)];
}

function paired<K, E extends readonly [K, ...unknown[]]>(
  before: readonly E[],
  after: readonly E[],
): Map<K, [E | undefined, E | undefined]> {
  const pairs = new Map<K, [E | undefined, E | undefined]>();
  for (const entry of before) pairs.set(entry[0], [entry, undefined]);
  for (const entry of after) pairs.set(entry[0], [pairs.get(entry[0])?.[0], entry]);
  return pairs;
}
