import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { lastReadings } from '../../lambdas/domain/rows/last-readings.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { IngestRequest } from '../../lambdas/ingest/ingest-request.ts';
import type { SheetsPort, StorePort } from '../../lambdas/ports.ts';
import { report } from '../../lambdas/report/report.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { type Around, intercepted } from './intercept.ts';
import { type MemorySheet, memorySheet } from './memory-sheets.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';

export type Stage = 'ingest' | 'rollup' | 'report' | 'sweep';
export const STAGES: readonly Stage[] = ['ingest', 'rollup', 'report', 'sweep'];

type Tabs = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** Several workbooks in one store, with every stage in front of them. */
export interface MemoryService {
  readonly store: MemoryStore;
  readonly sheets: ReadonlyMap<string, MemorySheet>;
  /** Epoch milliseconds; tests set it. */
  now: number;
  sheet(workbook: string): MemorySheet;
  /** One message of a stage; resolves to its result. */
  run(stage: Stage, workbook: string, around?: Around, request?: Omit<IngestRequest, 'workbook'>): Promise<StageResult>;
  /** Ingest, rollup and report until nothing changes. */
  settle(workbook: string): Promise<void>;
}

export type StageResult = Awaited<ReturnType<typeof ingest | typeof rollup | typeof report | typeof sweep>>;

export function memoryService(now: number, books: Readonly<Record<string, Tabs>>): MemoryService {
  const store = memoryStore();
  const readings = lastReadings(100_000);
  const sheets = new Map(Object.entries(books).map(([workbook, tabs]) => [workbook, memorySheet(tabs)]));
  const one: MemoryService = {
    store,
    sheets,
    now,
    sheet(workbook) {
      const sheet = sheets.get(workbook);
      if (!sheet) throw new Error(`the test has no workbook ${workbook}`);
      return sheet;
    },
    run(stage, workbook, around = {}, request = {}) {
      const clock = (): number => one.now;
      const deps = {
        clock,
        readings,
        sheets: intercepted<SheetsPort>(one.sheet(workbook), around),
        store: withListing(intercepted<StorePort>(store.open({ clock }), around), around),
      };
      if (stage === 'ingest') return ingest(deps, { workbook, ...request });
      if (stage === 'rollup') return rollup(deps, { workbook });
      return stage === 'report' ? report(deps, { workbook }) : sweep(deps, { workbook });
    },
    async settle(workbook) {
      const head = () => JSON.stringify(store.table.heads.get(workbook));
      const shown = () => JSON.stringify(one.sheet(workbook).tabs);
      for (let tries = 0; tries < 9; tries++) {
        const before = [head(), shown()].join();
        for (const stage of ['ingest', 'rollup', 'report'] as const) await one.run(stage, workbook);
        if ([head(), shown()].join() === before) return;
      }
      throw new Error(`${workbook} does not settle`);
    },
  };
  return one;
}

/** Listing is many calls in turn: something may happen before the first and after the last one. */
function withListing(port: StorePort, around: Around): StorePort {
  return new Proxy(port, {
    get(target, name, receiver) {
      if (name !== 'listItems') return Reflect.get(target, name, receiver);
      return async function* (...args: Parameters<StorePort['listItems']>) {
        await around.before?.('listItems');
        yield* target.listItems(...args);
        await around.after?.('listItems');
      };
    },
  });
}
