import { type Day, monthOf } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import { digest } from '../trees/digest.ts';
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

interface Leaf {
  readonly repDay: RepDay;
  readonly entry: RepDayEntry;
}

interface DayNode extends TreeNode<RepDayEntry> {
  /** By rep, in order; their bodies are built on demand. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly entry: DayEntry;
}

/** The tree of a snapshot, in memory. */
export interface SourceTree {
  readonly months: readonly MonthEntry[];
  readonly monthNodes: ReadonlyMap<string, TreeNode<DayEntry>>;
  readonly dayNodes: ReadonlyMap<Day, DayNode>;
}

export const NO_ROWS: SourceTree = { months: [], monthNodes: new Map(), dayNodes: new Map() };

/** The lines of a leaf if one of these trees has it. */
export function linesIn(trees: readonly SourceTree[], { day, rep }: Pick<RepDay, 'day' | 'rep'>, leaf: string) {
  for (const { dayNodes } of trees) {
    const known = dayNodes.get(day)?.leaves.get(rep);
    if (known?.entry[1] === leaf) return known.repDay.lines;
  }
  return undefined;
}

/**
 * The tree when some rep-days are others, or new, everything named by its digest; one without rows is no more. Its shape
 * depends on the rows alone.
 */
export function changedSourceTree(before: SourceTree, changed: Iterable<RepDay>): SourceTree {
  const dayNodes = new Map(before.dayNodes);
  for (const [day, repDays] of Map.groupBy(changed, (repDay) => repDay.day)) {
    const leaves = new Map(before.dayNodes.get(day)?.leaves);
    for (const repDay of repDays) {
      if (repDay.lines.length > 0) leaves.set(repDay.rep, leafOf(repDay));
      else leaves.delete(repDay.rep);
    }
    if (leaves.size > 0) dayNodes.set(day, dayNodeOf(day, leaves));
    else dayNodes.delete(day);
  }
  const days = [...dayNodes].sort(([a], [b]) => a - b);
  const monthNodes = new Map<string, TreeNode<DayEntry>>();
  const months: MonthEntry[] = [];
  for (const [month, daysOfMonth] of Map.groupBy(days, ([day]) => monthOf(day))) {
    const entries = daysOfMonth.map(([, { entry }]) => entry);
    const node = nodeOf((name) => monthRef(month, name), entries);
    monthNodes.set(month, node);
    const sum = (index: 2 | 3) => entries.reduce((total, day) => total + day[index], 0);
    months.push([month, node.digest, sum(2), sum(3)]);
  }
  return { months, monthNodes, dayNodes };
}

const leafOf = (repDay: RepDay): Leaf => ({
  repDay,
  entry: [repDay.rep, digest(leafBody(repDay.lines)), repDay.lines.length],
});

function dayNodeOf(day: Day, unordered: ReadonlyMap<string, Leaf>): DayNode {
  const leaves = [...unordered].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: RepDayEntry[] = [];
  let [rows, rejected] = [0, 0];
  for (const [, { repDay, entry }] of leaves) {
    entries.push(entry);
    rows += repDay.lines.length;
    rejected += repDay.rejected;
  }
  const node = nodeOf((name) => dayRef(day, name), entries);
  return { ...node, leaves: new Map(leaves), entry: [day, node.digest, rows, rejected] };
}

const nodeOf = <E>(ref: (digest: string) => ItemRef, entries: readonly E[]): TreeNode<E> => ({
  ...itemOf(ref, JSON.stringify(entries)),
  entries,
});

export const leafBody = (lines: readonly RowLine[]): string => lines.join('\n');
/** A leaf of which everything was erased has none. */
export const linesOfLeaf = (body: string): RowLine[] => (body === '' ? [] : body.split('\n'));

/** 9999-12-31, the last day that Sheets knows: everything is in sight. */
export const EVER: Day = 2_958_465;
