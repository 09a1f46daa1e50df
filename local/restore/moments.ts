import { type Moment, momentsSince } from '../../lambdas/domain/source/history.ts';
import { type SourceRoot, sourceRootRef } from '../../lambdas/domain/source/source-tree.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { type LoadItems, withItems } from '../../lambdas/domain/trees/loader.ts';
import type { StoredItem, StorePort } from '../../lambdas/ports.ts';

/** A snapshot that can be had back: in force from `at` on. */
export interface KeptMoment extends Moment {
  /** On Activity. */
  readonly rows: number;
}

/** What is still kept, newest first. */
export async function readMoments(store: StorePort, workbook: string, head: Head): Promise<KeptMoment[]> {
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const listed: StoredItem[] = [];
  for await (const item of store.listItems(workbook, 'history')) listed.push(item);
  const roots = new Set<string>();
  for await (const { digest } of store.listItems(workbook, 'source')) roots.add(digest);
  const chain = (await withItems(load, (lookup) => momentsSince(head.moment, listed, lookup))).filter(({ source }) =>
    roots.has(source),
  );
  const bodies = await load([...new Set(chain.map(({ source }) => source))].map(sourceRootRef));
  return chain.map((moment) => ({ ...moment, rows: rowsOf(bodies.get(moment.source) ?? '') }));
}

const rowsOf = (body: string): number =>
  (JSON.parse(body) as SourceRoot).months.reduce((sum, [, , rows]) => sum + rows, 0); // written by newSource

/** The one that was in force at an instant (epoch milliseconds); `undefined`: it is not kept. */
export const momentAt = (moments: readonly KeptMoment[], at: number): KeptMoment | undefined =>
  moments.find((moment) => moment.at <= at);
