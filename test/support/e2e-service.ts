import type { AsOf } from '../../lambdas/domain/days/as-of.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import type { MeterFigure, StorePort } from '../../lambdas/ports.ts';
import { type Composed, compose } from '../../lambdas/runtime/compose.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { type CostMeter, costMeter } from '../../local/cost-meter.ts';
import { type PipelineResult, runPipeline } from '../../local/pipeline.ts';
import { sampleWorkbook } from '../../local/sample/sample-workbook.ts';
import { type LocalService, startLocalService } from '../../local/service.ts';
import type { Call } from '../../local/sheets-server/calls.ts';
import type { SheetsServer } from '../../local/sheets-server/start.ts';
import type { WorkbookFile } from '../../local/sheets-server/workbook-file.ts';

/** A Friday; the sample is filled as at its mid-afternoon. */
export const TODAY = '2026-11-20';
export const MID_AFTERNOON = Date.parse('2026-11-20T15:00:00Z');
export const WORKBOOK = 'sheet-of-the-team';

type Stage = 'ingest' | 'rollup' | 'report';

export interface Run extends PipelineResult {
  /** What each stage cost. */
  readonly cost: Readonly<Record<Stage, CostMeter>>;
  /** Every call that reached the Sheets server. */
  readonly calls: readonly Call[];
  /** Over all stages. */
  total(figure: MeterFigure): number;
}

export interface RunOptions {
  readonly asOf?: AsOf;
  readonly acceptRemovals?: boolean;
  readonly withRows?: boolean;
  /** Of the environment, other values. */
  readonly env?: Environment;
}

export interface TestService {
  readonly server: SheetsServer;
  readonly env: Environment;
  /** Epoch milliseconds of the fixed clock; tests set it. */
  now: number;
  composed(env?: Environment): Composed;
  /** Ingest, rollup and report, as `leadsheet sync` runs them. */
  run(options?: RunOptions): Promise<Run>;
  /** Runs until nothing changes. */
  settle(): Promise<void>;
  head(): Promise<Head>;
  store(): StorePort;
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly book?: WorkbookFile;
  readonly dataDir?: string;
}

/** Eight reps, four weeks, about 2,000 rows with the mess that people make. */
export const smallSample = (weeks = 4): WorkbookFile => sampleWorkbook({ today: TODAY, weeks });

/** The whole service at local addresses, with the real clients and a clock that stands still. */
export async function testService({ book = smallSample(), dataDir }: ServiceOptions = {}): Promise<TestService> {
  const local: LocalService = await startLocalService({ dataDir });
  const { sheets: server, env } = local;
  server.addWorkbook({ ...book, id: WORKBOOK });
  const at = { now: MID_AFTERNOON };
  const composed = (over: Environment = {}): Composed => compose({ ...env, ...over }, { clock: () => at.now });
  return Object.assign(at, {
    server,
    env,
    composed,
    run: (options: RunOptions = {}) => metered(server, { ...env, ...options.env }, () => at.now, options),
    async settle() {
      for (let i = 0; i < 5; i++) {
        const { ingest, rollup, report } = await runPipeline(composed(), { workbook: WORKBOOK }, SILENT);
        if (ingest.status === 'unchanged' && rollup.status === 'unchanged' && report.status === 'unchanged') return;
      }
      throw new Error('the service does not settle');
    },
    async head() {
      const head = await composed().store.readHead(WORKBOOK);
      if (!head) throw new Error('there is no head');
      return head;
    },
    store: () => composed().store,
    close: () => local.close(),
  });
}

const SILENT = {
  say: () => undefined,
  step: async <T>(_: string, run: () => Promise<T>) => ({ value: await run(), seconds: 0 }),
};

async function metered(
  server: SheetsServer,
  env: Environment,
  clock: () => number,
  { asOf, acceptRemovals, withRows }: RunOptions,
): Promise<Run> {
  const cost: Record<Stage, CostMeter> = { ingest: costMeter(), rollup: costMeter(), report: costMeter() };
  const stages = Object.values(cost).values();
  let current = cost.ingest;
  const composed = compose(env, { clock, meter: { add: (figure, amount) => current.add(figure, amount) } });
  const from = server.calls.length;
  const result = await runPipeline(
    composed,
    { workbook: WORKBOOK, asOf, acceptRemovals, withRows },
    {
      say: () => undefined,
      // The stages come in turn, one step each.
      step: async (_, run) => {
        current = stages.next().value ?? current;
        return { value: await run(), seconds: 0 };
      },
    },
  );
  return {
    ...result,
    cost,
    calls: server.calls.slice(from),
    total: (figure) => Object.values(cost).reduce((sum, meter) => sum + meter.total(figure), 0),
  };
}
