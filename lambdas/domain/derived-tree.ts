import { civilOf, type Day } from './day.ts';
import type { TrieRef } from './deal-trie.ts';
import { digest } from './digest.ts';
import type { ItemRef, TreeItem } from './item.ts';
import type { Lookup } from './loader.ts';
import type { Week } from './week.ts';
import { decodeWeek, encodeWeek, type WeekRollup } from './week-rollup.ts';

/** The figures of a workbook: root -> quarters -> weeks, and the deals by hash prefix. */
export interface DerivedRoot {
  /** FIGURES_VERSION. */
  readonly version: number;
  /** `rollupRulesDigest` of the rules in force. */
  readonly rules: string;
  /** The last day with rows that can be seen; rows after it are held. */
  readonly through: Day;
  /** Deals first seen above an attempt before this day are opening deals. */
  readonly openingUntil: Day;
  /** `2026-Q4`, digest of the quarter node; by first day of the week, in order. */
  readonly quarters: readonly (readonly [quarter: string, digest: string])[];
  readonly deals: { readonly digest: string; readonly deals: number } | null;
}

export type WeekEntry = readonly [week: Week, digest: string];

export const derivedRootRef = (root: string): ItemRef => ({ area: 'derived', digest: root });
export const quarterRef = (quarter: string, node: string): ItemRef => ({
  area: `quarter/${quarter.slice(0, 4)}`,
  digest: node,
});
export const weekRef = (week: Week, rollup: string): ItemRef => ({
  area: `week/${civilOf(week).year}`,
  digest: rollup,
});

export function quarterOf(week: Week): string {
  const { year, month } = civilOf(week);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/** The week entries of the quarters that `wanted` asks for. */
export function weekEntries(
  root: Pick<DerivedRoot, 'quarters'>,
  wanted: (quarter: string) => boolean,
  lookup: Lookup,
): WeekEntry[] {
  return root.quarters.flatMap(([quarter, node]): WeekEntry[] => {
    const body = wanted(quarter) ? lookup(quarterRef(quarter, node)) : undefined;
    return body === undefined ? [] : (JSON.parse(body) as WeekEntry[]); // written by updateWeeks
  });
}

/** Stored rollups of some weeks; a week without any is absent. */
export function readWeeks(
  root: Pick<DerivedRoot, 'quarters'>,
  weeks: ReadonlySet<Week>,
  lookup: Lookup,
): Map<Week, WeekRollup> {
  const quarters = new Set([...weeks].map(quarterOf));
  const rollups = new Map<Week, WeekRollup>();
  for (const [week, name] of weekEntries(root, (quarter) => quarters.has(quarter), lookup)) {
    const body = weeks.has(week) ? lookup(weekRef(week, name)) : undefined;
    if (body !== undefined) rollups.set(week, decodeWeek(body));
  }
  return rollups;
}

/** The quarters with some weeks replaced, and the items that are new. A week that became empty is left out. */
export function updateWeeks(
  root: Pick<DerivedRoot, 'quarters'>,
  rollups: ReadonlyMap<Week, WeekRollup>,
  lookup: Lookup,
): { quarters: DerivedRoot['quarters']; items: TreeItem[] } {
  const items: TreeItem[] = [];
  const quarters = new Map(root.quarters);
  for (const [quarter, changed] of Map.groupBy(rollups, ([week]) => quarterOf(week))) {
    const entries = new Map(weekEntries(root, (other) => other === quarter, lookup));
    for (const [week, rollup] of changed) {
      const body = encodeWeek(rollup);
      if (body === '') entries.delete(week);
      else {
        const item = { ...weekRef(week, digest(body)), body };
        if (entries.get(week) !== item.digest) items.push(item);
        entries.set(week, item.digest);
      }
    }
    const body = JSON.stringify([...entries].sort(([a], [b]) => a - b));
    const node = { ...quarterRef(quarter, digest(body)), body };
    if (entries.size === 0) quarters.delete(quarter);
    else {
      if (quarters.get(quarter) !== node.digest) items.push(node);
      quarters.set(quarter, node.digest);
    }
  }
  return { quarters: [...quarters].sort(([a], [b]) => (a < b ? -1 : 1)), items };
}

export const trieOf = (root: Pick<DerivedRoot, 'deals'>): TrieRef => root.deals ?? undefined;
