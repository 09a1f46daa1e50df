import { type Day, monthOf } from '../domain/days/day.ts';
import { weekOf } from '../domain/days/week.ts';
import { readDeals, trieMemory, updateDeals } from '../domain/deals/deal-trie.ts';
import { type Rules, rollupRulesDigest } from '../domain/inputs/rules.ts';
import { readRowChanges } from '../domain/source/row-changes.ts';
import { allMonths, type DayEntry, itemOf, monthRef, type SourceRoot } from '../domain/source/source-tree.ts';
import { entry } from '../domain/trees/entry.ts';
import type { TreeItem } from '../domain/trees/item.ts';
import { type LoadItems, type Lookup, sharedItems } from '../domain/trees/loader.ts';
import { type DerivedRoot, derivedRootRef, trieOf, updateWeeks } from '../domain/weeks/derived-tree.ts';
import { FIGURES_VERSION } from '../domain/weeks/figures.ts';
import { applyDealChanges, rollupChanges } from '../domain/weeks/rollup-changes.ts';
import { weekDifferences, weeksAfter, weeksBefore } from '../domain/weeks/week-differences.ts';

/** Rollups as they are: the derived root and the source that it was computed from. */
export interface RolledUp {
  readonly root: DerivedRoot;
  readonly source: SourceRoot;
}

export interface RollupPlan {
  readonly root: DerivedRoot;
  readonly rootItem: TreeItem;
  /** What is new, the root included. */
  readonly items: readonly TreeItem[];
  readonly rowsRead: number;
  readonly fromScratch: boolean;
}

const NOTHING: DerivedRoot = {
  version: FIGURES_VERSION,
  rules: '',
  through: 0,
  openingUntil: 0,
  quarters: [],
  deals: null,
  open: null,
};
const OPENING_WEEKS = 4;

/**
 * The derived tree of a source tree. When the rules are the same, only the rows that changed (or came into sight) are
 * read and their sums added to what is stored; else everything is computed from nothing. Both end in the same items.
 */
export async function planRollup(
  load: LoadItems,
  before: RolledUp | undefined,
  source: SourceRoot,
  rules: Rules,
  asOf: Day,
): Promise<RollupPlan> {
  const withItems = sharedItems(load);
  const sight = await withItems((lookup) => sightOf(source, asOf, lookup));
  const openingUntil =
    sight.first === undefined ? 0 : weekOf(sight.first, rules.settings.weekStartsOn) + 7 * OPENING_WEEKS;
  const rulesDigest = rollupRulesDigest(rules);
  const { root: from } = before ?? { root: NOTHING };
  const fromScratch =
    !before || from.version !== FIGURES_VERSION || from.rules !== rulesDigest || from.openingUntil !== openingUntil;
  const base = fromScratch ? NOTHING : from;

  const old = fromScratch ? { months: [], through: 0 } : { ...before.source, through: from.through };
  const rows = await readRowChanges(withItems, old, { ...source, through: sight.through });
  const changes = rollupChanges(rows, rules);
  const memory = trieMemory();
  const stored = await withItems((lookup) => readDeals(trieOf(base.deals), changes.deals.keys(), lookup, memory));
  const { deals, open, decided } = applyDealChanges(changes, stored, rules, openingUntil);
  const differences = weekDifferences(changes.weeks, decided);

  // One after the other: a tree is read level by level, and each level is another run of its plan.
  const weeks = weeksAfter(await withItems((lookup) => weeksBefore(base, differences, lookup)), differences);
  const trie = await withItems((lookup) => updateDeals(trieOf(base.deals), deals, lookup, memory));
  const openTrie = await withItems((lookup) => updateDeals(trieOf(base.open), open, lookup, memory));
  return withItems((lookup) => {
    const updated = updateWeeks(base, weeks, lookup);
    const root: DerivedRoot = {
      version: FIGURES_VERSION,
      rules: rulesDigest,
      through: sight.through,
      openingUntil,
      quarters: updated.quarters,
      deals: trie.root ?? null,
      open: openTrie.root ?? null,
    };
    const rootItem = itemOf(derivedRootRef, JSON.stringify(root));
    const rowsRead = rows.reduce((sum, change) => sum + change.added.length + change.removed.length, 0);
    return {
      root,
      rootItem,
      items: [...trie.items, ...openTrie.items, ...updated.items, rootItem],
      rowsRead,
      fromScratch,
    };
  });
}

/** The first day with accepted rows and the last day with rows, of those until `asOf`: rows after it are held. */
function sightOf(source: SourceRoot, asOf: Day, lookup: Lookup): { first: Day | undefined; through: Day } {
  const months = [...nodesByMonth(source)].filter(([month]) => month <= monthOf(asOf));
  const first = searchDays(months, lookup, (days) =>
    days.find(([day, , rows, rejected]) => rows > rejected && day <= asOf),
  );
  const last = searchDays(months.toReversed(), lookup, (days) => days.findLast(([day]) => day <= asOf));
  return { first, through: last ?? 0 };
}

/** A month has two nodes where rows of it are kept without the sheet. */
function nodesByMonth(source: SourceRoot): Map<string, string[]> {
  const nodes = new Map<string, string[]>();
  for (const [month, node] of allMonths(source)) entry(nodes, month, () => []).push(node);
  return nodes;
}

/** The day found in the first month that has one. A month that is not read yet ends the search (see `withItems`). */
function searchDays(
  months: readonly (readonly [month: string, nodes: readonly string[]])[],
  lookup: Lookup,
  search: (days: DayEntry[]) => DayEntry | undefined,
): Day | undefined {
  for (const [month, nodes] of months) {
    const bodies = nodes.map((node) => lookup(monthRef(month, node))).filter((body) => body !== undefined);
    if (bodies.length < nodes.length) return undefined;
    const days = bodies.flatMap((body) => JSON.parse(body) as DayEntry[]); // written by changedSourceTree
    const found = search(days.sort(([a], [b]) => a - b));
    if (found) return found[0];
  }
  return undefined;
}
