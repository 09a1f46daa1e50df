import { rulesOf } from '../../lambdas/domain/inputs/rules.ts';
import { moveHead } from '../../lambdas/domain/trees/move-head.ts';
import { factsItem } from '../../lambdas/domain/weeks/facts.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { report } from '../../lambdas/report/report.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import type { Composed } from '../../lambdas/runtime/compose.ts';
import { factsOf } from '../export/remembered.ts';
import { readInputsOf, readStoredWorkbook } from '../export/stored-workbook.ts';
import type { Progress } from '../progress.ts';
import { type ErasedPast, erasePast } from './erase-past.ts';
import { factsWithout } from './facts-without.ts';
import { type Found, findInStore, findOnTabs } from './find-name.ts';
import { itemsInForce } from './in-force.ts';
import type { Person } from './person.ts';
import { keyOf } from './read-items.ts';
import { type SheetRows, sheetRows } from './sheet-rows.ts';

export type EraseDeps = Pick<Composed, 'sheets' | 'store' | 'clock'>;

/** Before anything is written: what the sheet says, and what would be erased. */
export interface ErasePlan {
  /** The sheet can't be read as it is; what to do. */
  readonly stop?: string;
  readonly sheet: SheetRows;
  /** What past states hold already; rows that are stored now and only kept by `Archived before` come to it. */
  readonly past: ErasedPast;
  readonly archived: number;
}

export interface Erased {
  readonly past: ErasedPast;
  readonly store: { readonly found: Found; readonly items: number; readonly unreadable: number };
  /** Spreadsheet id -> tabs that still have the name. */
  readonly tabs: ReadonlyMap<string, Found>;
}

const NOTHING: SheetRows = { own: [], alike: new Map(), naming: [] };

/** Reads and decides; writes nothing. */
export async function planErase(
  { sheets, store, clock }: EraseDeps,
  workbook: string,
  person: Person,
  say: Progress,
): Promise<ErasePlan> {
  const { value: read } = await say.step('Look at the sheet', () =>
    ingest({ sheets, store, clock }, { workbook, dryRun: true, withRows: true, forget: person.owns }),
  );
  const none = { rows: 0, rewritten: [], deleted: 0 };
  const sheet = read.snapshot ? sheetRows(read.snapshot, person) : NOTHING;
  if (read.stop) return { stop: read.stop.message, sheet, past: none, archived: 0 };
  const head = await store.readHead(workbook);
  if (!head || sheet.own.length > 0) return { sheet, past: none, archived: 0 };
  // As if nothing were in force: what is of the person then no longer is.
  const { value: past } = await say.step('Look at what is stored', () =>
    erasePast(store, {
      workbook,
      person,
      head: { ...FIRST, revision: head.revision },
      dryRun: true,
      told: toldBy(say),
    }),
  );
  return { sheet, past, archived: read.rowsRemoved };
}

const FIRST = { generation: 0, tabs: {} };

/**
 * Erases, and looks for what is left. Each step makes true what it is about and may be done again, so after a crash a
 * second run ends the job. Throws where somebody typed a row of the person meanwhile.
 */
export async function erase(deps: EraseDeps, workbook: string, person: Person, say: Progress): Promise<Erased> {
  const { store } = deps;
  // The store is of the sheet as it is, without rows that were kept although they are gone from it...
  const { value: read } = await say.step('Ingest: the rows of the sheet into the store', () =>
    ingest(deps, { workbook, forget: person.owns, withRows: true }),
  );
  if (read.stop) throw new Error(`Nothing was erased: the sheet needs attention. ${read.stop.message}`);
  if (read.snapshot?.rows.some((row) => row?.line !== undefined && person.owns(row.line))) throw new Error(TYPED_AGAIN);
  // ...and figures and reports follow, before anything goes that they could stand on.
  await say.step('Take it out of what was decided', () => eraseFromFacts(deps, workbook, person));
  await say.step('Rollup: weekly figures and deals', () => rollup(deps, { workbook }));
  await say.step('Report: tabs and charts into the sheet', () => report(deps, { workbook }));
  const head = await store.readHead(workbook);
  if (!head) throw new Error(`Nothing is stored of ${workbook}.`);
  const { value: past } = await say.step('Take it out of what is kept of the past', () =>
    erasePast(store, { workbook, person, head, dryRun: false, told: toldBy(say) }),
  );
  await checkSheet(deps, workbook, person, past);
  const { value: left } = await say.step('Look for what is left', () =>
    findInStore(store, workbook, person, toldBy(say)),
  );
  return { past, store: left, tabs: await findOnSheets(deps, workbook, head.source, person) };
}

const TYPED_AGAIN = 'Somebody typed a row of this prospect meanwhile. Take it out of the sheet and run it again.';

/** Agendas name deals; rewriting them is a move of the head like any other. */
async function eraseFromFacts({ store }: EraseDeps, workbook: string, person: Person): Promise<void> {
  for (;;) {
    const head = await store.readHead(workbook);
    if (head?.facts === undefined) return;
    const facts = await factsOf(store, workbook, head.facts);
    const without = factsWithout(facts, person);
    if (without === facts) return;
    const item = factsItem(without);
    await store.putItems(workbook, [item]);
    const moved = await moveHead(store, workbook, (now) =>
      now.facts === head.facts ? { ...now, facts: item.digest } : undefined,
    );
    if (moved) return;
  }
}

/** Somebody may have typed a row of the person meanwhile; what came into force while it was rewritten is written again. */
async function checkSheet(deps: EraseDeps, workbook: string, person: Person, { rewritten }: ErasedPast): Promise<void> {
  const head = await deps.store.readHead(workbook);
  if (!head?.source) return;
  const inForce = await itemsInForce(deps.store, workbook, head);
  const mended = rewritten.some((item) => inForce.has(keyOf(item)));
  if (mended) await ingest(deps, { workbook, full: true });
  const { repDays } = await readStoredWorkbook(deps.store, workbook, head.source);
  if (mended || repDays.some(({ lines }) => lines.some(person.owns))) throw new Error(TYPED_AGAIN);
}

async function findOnSheets(
  { sheets, store }: EraseDeps,
  workbook: string,
  source: string | undefined,
  person: Person,
): Promise<ReadonlyMap<string, Found>> {
  const inputs = source === undefined ? undefined : await readInputsOf(store, workbook, source);
  const reports = inputs ? rulesOf(inputs).settings.reportWorkbook : '';
  const found = new Map<string, Found>();
  for (const id of new Set([workbook, ...(reports === '' ? [] : [reports])])) {
    const tabs = await findOnTabs(sheets, id, person);
    if (tabs.size > 0) found.set(id, tabs);
  }
  return found;
}

/** A line for every so many items. */
const EVERY = 20_000;
const toldBy = (say: Progress) => {
  let next = EVERY;
  return (looked: number, all: number): void => {
    if (looked < next) return;
    next = looked + EVERY;
    say.say(`  ${looked.toLocaleString('en')} of ${all.toLocaleString('en')} items`);
  };
};
