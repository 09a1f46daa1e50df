import { type Day, monthOf } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import { digest } from '../trees/digest.ts';
import { entry } from '../trees/entry.ts';
import type { ItemRef, TreeItem } from '../trees/item.ts';

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

/** A node as it is stored, and the entries that its body says. */
interface TreeNode<E> extends TreeItem {
  readonly entries: readonly E[];
}

/** The tree of a snapshot above its leaves, in memory: leaves are named but built on demand. */
export interface SourceTree {
  readonly months: readonly MonthEntry[];
  readonly monthNodes: ReadonlyMap<string, TreeNode<DayEntry>>;
  readonly dayNodes: ReadonlyMap<Day, TreeNode<RepDayEntry>>;
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
  const days = new Map<Day, Content<RepDayEntry>>();
  for (const repDay of repDays) {
    const leaf = leafOf(repDay);
    leaves.set(leaf, repDay);
    add(days, repDay.day, [repDay.rep, leaf, repDay.lines.length], repDay.lines.length, repDay.rejected);
  }
  const dayNodes = new Map<Day, TreeNode<RepDayEntry>>();
  const months = new Map<string, Content<DayEntry>>();
  for (const [day, { entries, rows, rejected }] of [...days].sort(([a], [b]) => a - b)) {
    const node = nodeOf((name) => dayRef(day, name), entries.sort(byFirst));
    dayNodes.set(day, node);
    add(months, monthOf(day), [day, node.digest, rows, rejected], rows, rejected);
  }
  const monthNodes = new Map<string, TreeNode<DayEntry>>();
  const monthEntries: MonthEntry[] = [];
  for (const [month, { entries, rows, rejected }] of months) {
    const node = nodeOf((name) => monthRef(month, name), entries);
    monthNodes.set(month, node);
    monthEntries.push([month, node.digest, rows, rejected]);
  }
  return { months: monthEntries, monthNodes, dayNodes, leaves };
}

/** What a node is made of. */
interface Content<E> {
  readonly entries: E[];
  rows: number;
  rejected: number;
}

function add<K, E>(nodes: Map<K, Content<E>>, key: K, one: E, rows: number, rejected: number): void {
  const node = entry(nodes, key, () => ({ entries: [], rows: 0, rejected: 0 }));
  node.entries.push(one);
  node.rows += rows;
  node.rejected += rejected;
}

const nodeOf = <E>(ref: (digest: string) => ItemRef, entries: readonly E[]): TreeNode<E> => ({
  ...itemOf(ref, JSON.stringify(entries)),
  entries,
});

const byFirst = (a: RepDayEntry, b: RepDayEntry): number => (a[0] < b[0] ? -1 : 1);

export const leafBody = (lines: readonly RowLine[]): string => lines.join('\n');
/** A leaf of which everything was erased has none. */
export const linesOfLeaf = (body: string): RowLine[] => (body === '' ? [] : body.split('\n'));

/** 9999-12-31, the last day that Sheets knows: everything is in sight. */
export const EVER: Day = 2_958_465;
