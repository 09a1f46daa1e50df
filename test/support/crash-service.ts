import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { IngestRequest } from '../../lambdas/ingest/ingest-request.ts';
import type { SheetsPort } from '../../lambdas/ports.ts';
import { report } from '../../lambdas/report/report.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { breakable, CrashPlan } from './crash-points.ts';
import { Crash } from './intercept.ts';
import { type MemorySheet, memorySheet } from './memory-sheets.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';
import { NOON, WORKBOOK } from './ports.ts';
import { HEADER } from './trees.ts';

/** All stages on one spreadsheet and one store in memory. */
export interface WholeService {
  readonly sheet: MemorySheet;
  /** Another spreadsheet, for reports where Settings name it. */
  readonly other: MemorySheet;
  readonly store: MemoryStore;
  /** Epoch milliseconds; tests set it. */
  now: number;
  /** The stages in turn, as their messages come; a stage that breaks keeps the next ones from nothing. */
  run(options?: RunOptions): Promise<void>;
  /** Runs until a run writes nothing. */
  settle(): Promise<void>;
  /** The same service once more, on its own from now on. */
  fork(): WholeService;
}

export interface RunOptions {
  readonly stages?: readonly Stage[];
  /** Trust nothing that is stored. */
  readonly full?: boolean;
  readonly acceptRemovals?: IngestRequest['acceptRemovals'];
  readonly plan?: CrashPlan;
}

export type Stage = 'ingest' | 'rollup' | 'report' | 'sweep';
/** Id of the other spreadsheet. */
export const OTHER = '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms';
const PIPELINE: readonly Stage[] = ['ingest', 'rollup', 'report'];

export function wholeService(
  rows: readonly (readonly Cell[])[],
  tabs: Readonly<Record<string, readonly (readonly Cell[])[]>> = {},
): WholeService {
  const sheet = memorySheet({ Activity: [[...HEADER, 'Check'], ...rows], ...tabs });
  return serviceOn(sheet, memorySheet({}), memoryStore(), NOON);
}

function serviceOn(sheet: MemorySheet, other: MemorySheet, store: MemoryStore, now: number): WholeService {
  const named = (workbook: string): MemorySheet => (workbook === OTHER ? other : sheet);
  const sheets: SheetsPort = {
    describe: (workbook) => named(workbook).describe(workbook),
    read: (workbook, tabs) => named(workbook).read(workbook, tabs),
    writeColumn: (workbook, ...column) => named(workbook).writeColumn(workbook, ...column),
    publish: (workbook, publication) => named(workbook).publish(workbook, publication),
    putFilterViews: (workbook, ...views) => named(workbook).putFilterViews(workbook, ...views),
  };
  const one: WholeService = {
    sheet,
    other,
    store,
    now,
    async run({ stages = PIPELINE, full = false, acceptRemovals, plan = new CrashPlan() } = {}) {
      const clock = () => one.now;
      const deps = { sheets: breakable(sheets, plan), store: breakable(store.open({ clock }), plan), clock };
      const request = { workbook: WORKBOOK, full };
      const run: Record<Stage, () => Promise<unknown>> = {
        ingest: () => ingest(deps, { ...request, ...(acceptRemovals && { acceptRemovals }) }),
        rollup: () => rollup(deps, request),
        report: () => report(deps, request),
        sweep: () => sweep(deps, request),
      };
      for (const stage of stages) {
        if (plan.ended) return;
        await run[stage]().catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
      }
    },
    async settle() {
      for (let runs = 0; runs < 6; runs++) {
        const before = writesOf(one);
        await one.run();
        if (before === writesOf(one)) return;
      }
      throw new Error('the service does not settle');
    },
    fork: () => serviceOn(sheet.fork(), other.fork(), store.fork(), one.now),
  };
  return one;
}

/** Changes with every write of a run that does nothing over again. */
function writesOf({ sheet, other, store }: WholeService): string {
  const { table } = store;
  const { revision } = table.heads.get(WORKBOOK) ?? {};
  return JSON.stringify([revision, sheet.reports.applied, other.reports.applied, table.items.get(WORKBOOK)?.size]);
}
