import type { AsOf } from '../lambdas/domain/days/as-of.ts';
import { type IngestResult, ingest } from '../lambdas/ingest/ingest.ts';
import { type ReportResult, report } from '../lambdas/report/report.ts';
import { type RollupResult, rollup } from '../lambdas/rollup/rollup.ts';
import type { Composed } from '../lambdas/runtime/compose.ts';
import type { Progress } from './progress.ts';

export interface PipelineRequest {
  readonly workbook: string;
  readonly asOf?: AsOf | undefined;
  readonly acceptRemovals?: boolean | undefined;
  /** Return the rows of the sheet also when nothing changed. */
  readonly withRows?: boolean | undefined;
  /** Trust nothing that is stored. */
  readonly full?: boolean | undefined;
}

export interface PipelineResult {
  readonly ingest: IngestResult;
  readonly rollup: RollupResult;
  readonly report: ReportResult;
  /** By stage. */
  readonly seconds: Readonly<Record<'ingest' | 'rollup' | 'report', number>>;
}

/** Ingest, rollup, report in turn: what queues do in the cloud. */
export async function runPipeline(
  composed: Composed,
  request: PipelineRequest,
  progress: Progress,
): Promise<PipelineResult> {
  const { workbook, asOf } = request;
  const at = { workbook, ...(asOf && { asOf }), ...(request.full && { full: true }) };
  const flags = {
    ...(request.acceptRemovals && { acceptRemovals: true }),
    ...(request.withRows && { withRows: true }),
  };
  const read = await progress.step('Ingest: the rows of the sheet into the store', () =>
    ingest(composed, { ...at, ...flags }),
  );
  const rolled = await progress.step('Rollup: weekly figures and deals', () => rollup(composed, at));
  const told = await progress.step('Report: tabs and charts into the sheet', () => report(composed, at));
  return {
    ingest: read.value,
    rollup: rolled.value,
    report: told.value,
    seconds: { ingest: read.seconds, rollup: rolled.seconds, report: told.seconds },
  };
}
