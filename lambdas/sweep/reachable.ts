import { allTrieNodes } from '../domain/deals/deal-trie.ts';
import {
  allMonths,
  type DayEntry,
  dayRef,
  inputsRef,
  monthRef,
  qualityRef,
  type RepDayEntry,
  repDayRef,
  type SourceRoot,
  sourceRootRef,
} from '../domain/source/source-tree.ts';
import type { ItemRef } from '../domain/trees/item.ts';
import type { Lookup } from '../domain/trees/loader.ts';
import {
  type DerivedRoot,
  decidedRef,
  derivedRootRef,
  quarterRef,
  trieOf,
  weekEntries,
  weekRef,
} from '../domain/weeks/derived-tree.ts';
import { type Facts, factsRef } from '../domain/weeks/facts.ts';
import { frozenRef } from '../domain/weeks/frozen-weeks.ts';

/** Every item that a source root leads to. Leaves are named, not read. */
export function reachableFromSource(root: string, lookup: Lookup): ItemRef[] {
  const source = read<SourceRoot>(sourceRootRef(root), lookup);
  if (!source) return [];
  const found: ItemRef[] = [sourceRootRef(root), inputsRef(source.inputs), qualityRef(source.quality)];
  for (const [month, node] of allMonths(source)) {
    found.push(monthRef(month, node));
    for (const [day, dayNode] of read<DayEntry[]>(monthRef(month, node), lookup) ?? []) {
      found.push(dayRef(day, dayNode));
      for (const [, leaf] of read<RepDayEntry[]>(dayRef(day, dayNode), lookup) ?? []) found.push(repDayRef(day, leaf));
    }
  }
  return found;
}

/** Every item that a derived root leads to. */
export function reachableFromDerived(root: string, lookup: Lookup): ItemRef[] {
  const derived = read<DerivedRoot>(derivedRootRef(root), lookup);
  if (!derived) return [];
  return [
    derivedRootRef(root),
    ...derived.quarters.map(([quarter, node]) => quarterRef(quarter, node)),
    ...weekEntries(derived, () => true, lookup).flatMap(([week, rollup, decided]) => [
      ...(rollup === '' ? [] : [weekRef(week, rollup)]),
      ...(decided === '' ? [] : [decidedRef(week, decided)]),
    ]),
    ...allTrieNodes(trieOf(derived.deals), lookup),
    ...allTrieNodes(trieOf(derived.open), lookup),
  ];
}

/** What was decided once, and the closed weeks as they were reported. */
export function reachableFromFacts(name: string, lookup: Lookup): ItemRef[] {
  const facts = read<Facts>(factsRef(name), lookup);
  return [factsRef(name), ...(facts?.frozen?.weeks ?? []).map(([week, counts]) => frozenRef(week, counts))];
}

/** Items are written by this code alone, so their shape is known. */
function read<T>(ref: ItemRef, lookup: Lookup): T | undefined {
  const body = lookup(ref);
  return body === undefined ? undefined : (JSON.parse(body) as T);
}
