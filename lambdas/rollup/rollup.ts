import { type AsOf, asOfInstant } from '../domain/days/as-of.ts';
import type { Day } from '../domain/days/day.ts';
import { type Inputs, type Rules, rulesOf } from '../domain/inputs/rules.ts';
import { inputsRef, type SourceRoot, sourceRootRef } from '../domain/source/source-tree.ts';
import type { Head } from '../domain/trees/head.ts';
import type { TreeItem } from '../domain/trees/item.ts';
import { type LoadItems, withItems } from '../domain/trees/loader.ts';
import { MissingItem } from '../domain/trees/missing-item.ts';
import { moveHead } from '../domain/trees/move-head.ts';
import { putMissing } from '../domain/trees/put-missing.ts';
import { unlessOvertaken } from '../domain/trees/unless-overtaken.ts';
import { type DerivedRoot, derivedRootRef } from '../domain/weeks/derived-tree.ts';
import { type Facts, factsItem, factsRef, noFacts } from '../domain/weeks/facts.ts';
import { freezeWeeks, frozenRef, lastClosedWeek } from '../domain/weeks/frozen-weeks.ts';
import type { StorePort } from '../ports.ts';
import { planRollup, type RolledUp, type RollupPlan } from './plan-rollup.ts';

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
    const head = await deps.store.readHead(request.workbook);
    const result = await unlessOvertaken(deps.store, request.workbook, head, () => rollupOnce(deps, request, head));
    if (result) return result;
  }
  throw new Error(`rollup of ${request.workbook} was overtaken ${TRIES} times in a row; it will be tried again`);
}

async function rollupOnce(
  { store, clock }: RollupDeps,
  request: RollupRequest,
  head: Head | undefined,
): Promise<RollupResult | undefined> {
  const { workbook } = request;
  if (!head?.source) return { status: 'nothing', rowsRead: 0, itemsWritten: 0, fromScratch: false };
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const source = await readJson<SourceRoot>(load, sourceRootRef(head.source));
  const rules = rulesOf(await readJson<Inputs>(load, inputsRef(source.inputs)));
  const today = (request.asOf ?? asOfInstant(clock(), rules.timeZone)).day;
  const before = request.full ? undefined : await rolledUp(load, head);

  const plan = await planRollup(load, before, source, rules, today);
  const known = await factsOf(load, head, today, request.full === true);
  const facts = await closeWeeks(load, known, plan, rules, today);
  const factsChanged = facts.digest !== head.facts;
  const { source: sourceRoot, derived } = head;
  if (!request.full && !factsChanged && derived?.root === plan.rootItem.digest && derived.source === sourceRoot) {
    return { status: 'unchanged', rowsRead: plan.rowsRead, itemsWritten: 0, fromScratch: plan.fromScratch };
  }
  const changed = request.full || derived?.root !== plan.rootItem.digest;
  const items = [...(changed ? plan.items : []), ...(request.full || factsChanged ? facts.items : [])];
  if (request.full) await store.putItems(workbook, items);
  else if (items.length > 0) await putMissing(store, workbook, items, clock());
  const moved = await moveHead(store, workbook, (now) =>
    now.source === sourceRoot && now.derived?.root === derived?.root && now.facts === head.facts
      ? {
          ...now,
          derived: { root: plan.rootItem.digest, source: sourceRoot, generation: now.generation },
          facts: facts.digest,
        }
      : undefined,
  );
  if (!moved) return undefined;
  return { status: 'changed', rowsRead: plan.rowsRead, itemsWritten: items.length, fromScratch: plan.fromScratch };
}

/** What was decided so far. Where it is lost, a full run begins anew; it can't be computed from the rows. */
async function factsOf(load: LoadItems, head: Head, today: Day, full: boolean): Promise<Facts> {
  if (head.facts === undefined) return noFacts(today);
  try {
    const facts = await readJson<Facts>(load, factsRef(head.facts));
    if (full) await load((facts.frozen?.weeks ?? []).map(([week, counts]) => frozenRef(week, counts)));
    return facts;
  } catch (error) {
    if (full && error instanceof MissingItem) return noFacts(today);
    throw error;
  }
}

/** The facts with the weeks that are due closed, as they are rolled up now. */
async function closeWeeks(
  load: LoadItems,
  facts: Facts,
  plan: RollupPlan,
  { settings }: Rules,
  today: Day,
): Promise<{ readonly digest: string; readonly items: readonly TreeItem[] }> {
  const through = lastClosedWeek(facts.since, today, settings.freezeAfter, settings.weekStartsOn);
  // The nodes of this very plan are not in the store yet.
  const made = new Map(plan.items.map((item) => [`${item.area}#${item.digest}`, item.body]));
  const { frozen, items } = await withItems(load, (lookup) =>
    freezeWeeks(
      facts.frozen,
      plan.root,
      through,
      settings.weekStartsOn,
      (ref) => made.get(`${ref.area}#${ref.digest}`) ?? lookup(ref),
    ),
  );
  const { frozen: _, ...rest } = facts;
  const item = factsItem(frozen ? { ...rest, frozen } : rest);
  return { digest: item.digest, items: [...items, item] };
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
