import { civilOf, type Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { TrieRef } from '../deals/deal-trie.ts';
import { digest } from '../trees/digest.ts';
import type { ItemRef, TreeItem } from '../trees/item.ts';
import type { Lookup } from '../trees/loader.ts';
import { decodeWeek, type WeekRollup } from './week-rollup.ts';

/** The figures of a workbook: root -> quarters -> weeks with the deals decided in them, and all deals by hash prefix. */
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
  /** The events of every deal. */
  readonly deals: Trie;
  /** The lines of the open deals. */
  readonly open: Trie;
}

type Trie = { readonly digest: string; readonly deals: number } | null;

/** '' = nothing of that kind in that week. */
export type WeekEntry = readonly [week: Week, rollup: string, decided: string];

export const derivedRootRef = (root: string): ItemRef => ({ area: 'derived', digest: root });
export const quarterRef = (quarter: string, node: string): ItemRef => ({
  area: `quarter/${quarter.slice(0, 4)}`,
  digest: node,
});
export const weekRef = (week: Week, rollup: string): ItemRef => ({
  area: `week/${civilOf(week).year}`,
  digest: rollup,
});

export const decidedRef = (week: Week, lines: string): ItemRef => ({
  area: `decided/${civilOf(week).year}`,
  digest: lines,
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
  return new Map([...weekBodies(root, weeks, lookup)].map(([week, body]) => [week, decodeWeek(body)]));
}

/** The same as they are stored. */
export const weekBodies = (root: Pick<DerivedRoot, 'quarters'>, weeks: ReadonlySet<Week>, lookup: Lookup) =>
  bodiesOf(root, weeks, lookup, ([week, rollup]) => rollup !== '' && weekRef(week, rollup));

/** Lines of the deals decided in some weeks -> how many there are of each. */
export function readDecided(
  root: Pick<DerivedRoot, 'quarters'>,
  weeks: ReadonlySet<Week>,
  lookup: Lookup,
): Map<Week, Map<string, number>> {
  const decided = decidedBodies(root, weeks, lookup);
  return new Map([...decided].map(([week, body]) => [week, new Map(JSON.parse(body) as [string, number][])])); // written by weeksAfter
}

/** The same as they are stored. */
export const decidedBodies = (root: Pick<DerivedRoot, 'quarters'>, weeks: ReadonlySet<Week>, lookup: Lookup) =>
  bodiesOf(root, weeks, lookup, ([week, , decided]) => decided !== '' && decidedRef(week, decided));

function bodiesOf(
  root: Pick<DerivedRoot, 'quarters'>,
  weeks: ReadonlySet<Week>,
  lookup: Lookup,
  refOf: (entry: WeekEntry) => ItemRef | false,
): Map<Week, string> {
  const bodies = new Map<Week, string>();
  for (const entry of entriesOf(root, weeks, lookup)) {
    const ref = refOf(entry);
    const body = ref && lookup(ref);
    if (typeof body === 'string') bodies.set(entry[0], body);
  }
  return bodies;
}

function entriesOf(root: Pick<DerivedRoot, 'quarters'>, weeks: ReadonlySet<Week>, lookup: Lookup): WeekEntry[] {
  const quarters = new Set([...weeks].map(quarterOf));
  return weekEntries(root, (quarter) => quarters.has(quarter), lookup).filter(([week]) => weeks.has(week));
}

/** What a week holds after a change, as it is stored ('' = nothing); what is absent stays as it was. */
export interface WeekAfter {
  /** As `encodeWeek` writes it. */
  readonly rollup?: string;
  /** Lines of deals with how many there are of each, in order. */
  readonly decided?: string;
}

/** The quarters with some weeks replaced, and the items that are new. A week that became empty is left out. */
export function updateWeeks(
  root: Pick<DerivedRoot, 'quarters'>,
  weeks: ReadonlyMap<Week, WeekAfter>,
  lookup: Lookup,
): { quarters: DerivedRoot['quarters']; items: TreeItem[] } {
  const items: TreeItem[] = [];
  const quarters = new Map(root.quarters);
  const named = (ref: (name: string) => ItemRef, body: string, before: string): string => {
    if (body === '') return '';
    const item = { ...ref(digest(body)), body };
    if (item.digest !== before) items.push(item);
    return item.digest;
  };
  for (const [quarter, changed] of Map.groupBy(weeks, ([week]) => quarterOf(week))) {
    const entries = new Map(
      weekEntries(root, (other) => other === quarter, lookup).map((entry) => [entry[0], entry] as const),
    );
    for (const [week, { rollup, decided }] of changed) {
      const [, wasRollup, wasDecided] = entries.get(week) ?? [week, '', ''];
      const now: WeekEntry = [
        week,
        rollup === undefined ? wasRollup : named((name) => weekRef(week, name), rollup, wasRollup),
        decided === undefined ? wasDecided : named((name) => decidedRef(week, name), decided, wasDecided),
      ];
      if (now[1] === '' && now[2] === '') entries.delete(week);
      else entries.set(week, now);
    }
    const body = JSON.stringify([...entries.values()].sort(([a], [b]) => a - b));
    const node = named(
      (name) => quarterRef(quarter, name),
      entries.size === 0 ? '' : body,
      quarters.get(quarter) ?? '',
    );
    if (node === '') quarters.delete(quarter);
    else quarters.set(quarter, node);
  }
  return { quarters: [...quarters].sort(([a], [b]) => (a < b ? -1 : 1)), items };
}

export const trieOf = (node: Trie): TrieRef => node ?? undefined;
