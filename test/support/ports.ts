import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { lastReadings } from '../../lambdas/domain/rows/last-readings.ts';
import { type IngestResult, ingest } from '../../lambdas/ingest/ingest.ts';
import type { IngestRequest } from '../../lambdas/ingest/ingest-request.ts';
import { type RollupResult, rollup } from '../../lambdas/rollup/rollup.ts';
import { type Around, intercepted } from './intercept.ts';
import { type MemorySheet, memorySheet } from './memory-sheets.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';
import { HEADER, serial } from './trees.ts';

export const WORKBOOK = 'workbook';

/** A workbook and its store, with the stages in front of them. */
export interface Service {
  readonly sheet: MemorySheet;
  readonly store: MemoryStore;
  /** Epoch milliseconds; tests set it. */
  now: number;
  ingest(request?: Omit<IngestRequest, 'workbook'>, around?: Around): Promise<IngestResult>;
  rollup(around?: Around): Promise<RollupResult>;
  /** Runs both until nothing changes. */
  settle(): Promise<void>;
}

/** Noon of Monday 2026-02-02 in the zone of the sheet. */
export const NOON = Date.parse('2026-02-02T11:00:00Z');
export const TODAY = serial('2026-02-02');

export function service(
  rows: readonly (readonly Cell[])[],
  tabs: Readonly<Record<string, readonly (readonly Cell[])[]>> = {},
): Service {
  const sheet = memorySheet({ Activity: [[...HEADER, 'Check'], ...rows], ...tabs });
  const store = memoryStore();
  const readings = lastReadings(100_000);
  const one: Service = {
    sheet,
    store,
    now: NOON,
    ingest: (request = {}, around = {}) => {
      const deps = {
        sheets: intercepted(sheet, around),
        store: intercepted(store.open({ clock: () => one.now }), around),
        clock: () => one.now,
        readings,
      };
      return ingest(deps, { workbook: WORKBOOK, ...request });
    },
    rollup: (around = {}) => {
      const port = intercepted(store.open({ clock: () => one.now }), around);
      return rollup({ store: port, clock: () => one.now }, { workbook: WORKBOOK });
    },
    async settle() {
      for (let i = 0; i < 9; i++) {
        const [read, rolled] = [await one.ingest(), await one.rollup()];
        const still = read.status === 'unchanged' || (read.status === 'stopped' && read.checksWritten === 0);
        if (still && rolled.status !== 'changed') return;
      }
      throw new Error('the service does not settle');
    },
  };
  return one;
}

/** What people would notice: the sheet, the roots, what stops it, first-seen times; without the counts of swaps, the runs and the history. */
export function stateOf({ sheet, store }: Service): object {
  const {
    revision: _,
    generation: __,
    runs: ___,
    moment: ____,
    derived,
    stop,
    ...head
  } = store.table.heads.get(WORKBOOK) ?? {
    revision: 0,
    generation: 0,
    tabs: {},
  };
  const items = store.table.items.get(WORKBOOK) ?? new Map<string, { body: string }>();
  return {
    tabs: sheet.tabs.map(({ title, rows }) => [title, rows]),
    head: { ...head, derived: derived?.root, stop: stop?.message },
    seen: [...(store.table.seen.get(WORKBOOK) ?? [])].map(([day, times]) => [day, Object.fromEntries(times)]).sort(),
    reachable: reach(items, head.source, derived?.root),
  };
}

/** Keys of all items that the roots reach; throws when one is not there. Digests are 22 characters between quotes. */
function reach(items: ReadonlyMap<string, { body: string }>, ...roots: (string | undefined)[]): string[] {
  const byDigest = new Map([...items].map(([key, { body }]) => [key.split('#')[1] ?? '', { key, body }]));
  const found = new Set<string>();
  const visit = (digest: string): void => {
    const item = byDigest.get(digest);
    if (!item) throw new Error(`${digest} is reachable and not stored`);
    if (found.has(item.key)) return;
    found.add(item.key);
    if (/^(rows|quality|inputs)/.test(item.key)) return;
    const names = [...item.body.matchAll(/"([\w-]{22})"/g)].map(([, name]) => name ?? '');
    // The digest of the rules names no item; it stands in the derived root alone.
    for (const name of names) if (byDigest.has(name) || !item.key.startsWith('derived#')) visit(name);
  };
  for (const root of roots) if (root !== undefined) visit(root);
  return [...found].sort();
}
