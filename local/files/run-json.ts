import { isoOf } from '../../lambdas/domain/days/day.ts';
import type { ReportSums } from '../../lambdas/tabs/report-figures.ts';
import type { CostMeter } from '../cost-meter.ts';
import type { PipelineResult } from '../pipeline.ts';

export interface RunFacts {
  readonly file: string;
  readonly figures: ReportSums;
  readonly result: PipelineResult;
  readonly meter: CostMeter;
  readonly importSeconds: number;
}

/** `run.json`: what was read, what it cost and where the time went. Seconds are wall time, memory is the peak in MB. */
export function runJson({ file, figures, result, meter, importSeconds }: RunFacts): string {
  const { quality, held } = figures;
  const seconds = { import: importSeconds, ...result.seconds };
  const stages = Object.entries(seconds).map(([stage, spent]) => [
    stage,
    { seconds: rounded(spent), rows_per_second: Math.round(quality.rows / Math.max(spent, 0.001)) },
  ]);
  return `${JSON.stringify(
    {
      file,
      as_of: isoOf(figures.asOf.day),
      time_zone: figures.rules.timeZone,
      rows: {
        read: quality.rows,
        accepted: quality.rows - quality.rejected,
        rejected: quality.rejected,
        flagged: quality.flagged,
        held,
      },
      status: { ingest: result.ingest.status, rollup: result.rollup.status, report: result.report.status },
      written: {
        source_items: result.ingest.itemsWritten,
        derived_items: result.rollup.itemsWritten,
        check_cells: result.ingest.checksWritten,
        tabs: result.report.written,
      },
      sheets_api: {
        reads: meter.total('sheets.reads'),
        writes: meter.total('sheets.writes'),
        bytes_read: meter.total('sheets.bytesRead'),
        bytes_written: meter.total('sheets.bytesWritten'),
      },
      dynamodb: {
        read_units: meter.total('dynamodb.readUnits'),
        write_units: meter.total('dynamodb.writeUnits'),
        write_units_per_row: quality.rows === 0 ? null : rounded(meter.total('dynamodb.writeUnits') / quality.rows),
        requests: meter.total('dynamodb.requests'),
      },
      stages: Object.fromEntries(stages),
      seconds: rounded(Object.values(seconds).reduce((sum, spent) => sum + spent, 0)),
      peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    null,
    2,
  )}\n`;
}

const rounded = (value: number): number => Number(value.toFixed(3));
