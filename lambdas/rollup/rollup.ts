import { type AsOf, asOfInstant } from '../domain/as-of.ts';
import { type DerivedRoot, derivedRootRef } from '../domain/derived-tree.ts';
import type { Head } from '../domain/head.ts';
import type { LoadItems } from '../domain/loader.ts';
import { moveHead } from '../domain/move-head.ts';
import { type Inputs, rulesOf } from '../domain/rules.ts';
import { inputsRef, type SourceRoot, sourceRootRef } from '../domain/source-tree.ts';
import type { StorePort } from '../ports.ts';
import { planRollup, type RolledUp } from './plan-rollup.ts';

export interface RollupDeps {
  readonly store: StorePort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

export interface RollupRequest {
  readonly workbook: string;
  /** Fixes "today" instead of the clock. */
  readonly asOf?: AsOf;
  /** Trust nothing that is stored: compute from scratch and write every item again. */
  readonly full?: boolean;
}

export interface RollupResult {
  readonly status: 'nothing' | 'unchanged' | 'changed';
  readonly rowsRead: number;
  readonly itemsWritten: number;
  readonly fromScratch: boolean;
}

const TRIES = 8;

/** Makes the derived tree that of the source tree as of today, and swaps the head to it. */
export async function rollup(deps: RollupDeps, request: RollupRequest): Promise<RollupResult> {
  for (let tries = 0; tries < TRIES; tries++) {
    const result = await rollupOnce(deps, request);
    if (result) return result;
  }
  throw new Error(`rollup of ${request.workbook} was overtaken ${TRIES} times in a row; it will be tried again`);
}

async function rollupOnce({ store, clock }: RollupDeps, request: RollupRequest): Promise<RollupResult | undefined> {
  const { workbook } = request;
  const head = await store.readHead(workbook);
  if (!head?.source) return { status: 'nothing', rowsRead: 0, itemsWritten: 0, fromScratch: false };
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const source = await readJson<SourceRoot>(load, sourceRootRef(head.source));
  const rules = rulesOf(await readJson<Inputs>(load, inputsRef(source.inputs)));
  const today = (request.asOf ?? asOfInstant(clock(), rules.timeZone)).day;
  const before = request.full ? undefined : await rolledUp(load, head);

  const plan = await planRollup(load, before, source, rules, today);
  const { source: sourceRoot, derived } = head;
  if (!request.full && derived?.root === plan.rootItem.digest && derived.source === sourceRoot) {
    return { status: 'unchanged', rowsRead: plan.rowsRead, itemsWritten: 0, fromScratch: plan.fromScratch };
  }
  const changed = request.full || derived?.root !== plan.rootItem.digest;
  if (changed) await store.putItems(workbook, plan.items);
  const moved = await moveHead(store, workbook, (now) =>
    now.source === sourceRoot && now.derived?.root === derived?.root
      ? { ...now, derived: { root: plan.rootItem.digest, source: sourceRoot, generation: now.generation } }
      : undefined,
  );
  if (!moved) return undefined;
  const itemsWritten = changed ? plan.items.length : 0;
  return { status: 'changed', rowsRead: plan.rowsRead, itemsWritten, fromScratch: plan.fromScratch };
}

async function rolledUp(load: LoadItems, head: Head): Promise<RolledUp | undefined> {
  if (!head.derived) return undefined;
  const root = await readJson<DerivedRoot>(load, derivedRootRef(head.derived.root));
  const source = await readJson<SourceRoot>(load, sourceRootRef(head.derived.source));
  return { root, source };
}

/** Items are written by this code alone, so their shape is known. */
async function readJson<T>(load: LoadItems, ref: Parameters<LoadItems>[0][number]): Promise<T> {
  return JSON.parse((await load([ref])).get(ref.digest) ?? 'null') as T;
}
