import type { Head } from '../../lambdas/domain/trees/head.ts';
import { type LoadItems, withItems } from '../../lambdas/domain/trees/loader.ts';
import type { StorePort } from '../../lambdas/ports.ts';
import { reachableFromDerived, reachableFromFacts, reachableFromSource } from '../../lambdas/sweep/reachable.ts';
import { keyOf } from './read-items.ts';

/** `area#digest` of every item that figures stand on now: these are never touched. */
export async function itemsInForce(store: StorePort, workbook: string, head: Head): Promise<ReadonlySet<string>> {
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const found = new Set(head.published ? [`published#${head.published.tabs}`] : []);
  for (const [roots, reach] of [
    [[head.source, head.derived?.source], reachableFromSource],
    [[head.derived?.root], reachableFromDerived],
    [[head.facts], reachableFromFacts],
  ] as const)
    for (const root of new Set(roots))
      if (root !== undefined)
        for (const ref of await withItems(load, (lookup) => reach(root, lookup))) found.add(keyOf(ref));
  return found;
}
