import { Annotations, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import { ENV } from '../lambdas/contract.ts';
import { RunSchedule } from './run-schedule.ts';
import type { Settings } from './settings.ts';
import { StageFunction } from './stage-function.ts';
import { deadLetterQueue, StageQueue } from './stage-queue.ts';

export interface PipelineStackProps extends StackProps {
  readonly table: TableV2;
  readonly settings: Settings;
  /** Path of the handler of each stage. */
  readonly entries: { readonly ingest: string; readonly rollup: string; readonly report: string };
}

/** Room for 100,000 rows, and for waiting out a minute of Google's quota. */
const INGEST = { description: 'Leadsheet: sheet to source tree', memory: 1024, timeout: Duration.minutes(5) };
const ROLLUP = { description: 'Leadsheet: source tree to weekly figures', memory: 1024, timeout: Duration.minutes(2) };
const REPORT = { description: 'Leadsheet: weekly figures to report tabs', memory: 512, timeout: Duration.minutes(3) };

/** schedule -> ingest -> queue -> rollup -> queue -> report. A message is a hint that there may be work, so any may be lost or doubled. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { table, settings, entries, ...props }: PipelineStackProps) {
    super(scope, id, props);
    const { workbooks, rateMinutes, serviceAccount, tracing } = settings;

    const rollupQueue = new StageQueue(this, 'RollupQueue', ROLLUP);
    const reportQueue = new StageQueue(this, 'ReportQueue', REPORT);

    const ingest = new StageFunction(this, 'Ingest', { ...INGEST, tracing, entry: entries.ingest });
    ingest.readsAndWrites(table);
    ingest.actsAs(serviceAccount);
    ingest.sendsTo(rollupQueue.queue, ENV.rollupQueue);
    ingest.function.configureAsyncInvoke({
      retryAttempts: 1,
      // The next tick does the same work; six hours is the longest that Lambda takes.
      maxEventAge: Duration.minutes(Math.min(rateMinutes, 360)),
      onFailure: new SqsDestination(deadLetterQueue(this, 'IngestDeadLetters')),
    });

    const rollup = new StageFunction(this, 'Rollup', { ...ROLLUP, tracing, entry: entries.rollup });
    rollup.readsAndWrites(table);
    rollup.sendsTo(reportQueue.queue, ENV.reportQueue);
    rollupQueue.feed(rollup.function);

    const report = new StageFunction(this, 'Report', { ...REPORT, tracing, entry: entries.report });
    report.readsAndWrites(table);
    report.actsAs(serviceAccount);
    reportQueue.feed(report.function);

    new RunSchedule(this, 'Schedule', { workbooks, rateMinutes, target: ingest.function });
    if (workbooks.length === 0) {
      Annotations.of(this).addInfo('No workbooks are configured, so nothing will run: -c workbooks=SPREADSHEET_ID,...');
    }
  }
}
