import { Annotations, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { ENV, INGEST_NODE_OPTIONS } from '../lambdas/contract.ts';
import { Alarms } from './alarms.ts';
import { addDashboard } from './dashboard.ts';
import { addServiceAlarms } from './service-alarms.ts';
import type { Settings } from './settings.ts';
import { PipelineStage } from './stage.ts';
import { SyncNow } from './sync-now.ts';
import { TABLE_ACCESS } from './table-access.ts';
import { Task } from './task.ts';
import { tellOutputs } from './tell-outputs.ts';

export interface PipelineStackProps extends StackProps {
  readonly table: TableV2;
  readonly settings: Settings;
  /** Path of the handler of a function, by the name of its folder. */
  readonly entry: (name: string) => string;
}

/** It ends before the next tick begins. */
const DISPATCH = {
  description: 'Leadsheet: each minute, which workbooks have work',
  memory: 512,
  timeout: Duration.minutes(1),
  errorPeriods: 3,
};
/** Room for 100,000 rows, and for waiting out a minute of Google's quota. */
const INGEST = {
  description: 'Leadsheet: sheet to source tree',
  memory: 1024,
  timeout: Duration.minutes(5),
  errorPeriods: 2,
};
const ROLLUP = {
  description: 'Leadsheet: source tree to weekly figures',
  memory: 1024,
  timeout: Duration.minutes(2),
  errorPeriods: 2,
};
const REPORT = {
  description: 'Leadsheet: weekly figures to report tabs',
  memory: 512,
  timeout: Duration.minutes(3),
  errorPeriods: 2,
};
const SWEEP = {
  description: 'Leadsheet: each week, delete what nothing leads to',
  memory: 1024,
  timeout: Duration.minutes(15),
  errorPeriods: 1,
};

/**
 * clock -> dispatch -> queue -> ingest -> queue -> rollup -> queue -> report. A message is a hint that there may be work,
 * so any may be lost, late or doubled.
 */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { table, settings, entry, ...props }: PipelineStackProps) {
    super(scope, id, props);
    const alarms = new Alarms(this, 'Alarms', { email: settings.alarmEmail });
    const of = (name: string) => ({ name, entry: entry(name), settings, alarms });

    const ingest = new PipelineStage(this, 'Ingest', { ...INGEST, ...of('ingest') });
    const rollup = new PipelineStage(this, 'Rollup', { ...ROLLUP, ...of('rollup') });
    const report = new PipelineStage(this, 'Report', { ...REPORT, ...of('report') });
    const dispatch = new Task(this, 'Dispatch', {
      ...DISPATCH,
      ...of('dispatch'),
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      // The next tick does the same work.
      retries: 0,
      startWithin: Duration.minutes(1),
      // So a tick that failed is nothing that somebody has to mend or to put away; many of them are.
      deadLetters: { kept: Duration.hours(1), alarmAt: 10 },
    });
    const sweep = new Task(this, 'Sweep', {
      ...SWEEP,
      ...of('sweep'),
      // Sunday night in most of the world, when nobody types.
      schedule: ScheduleExpression.expression('cron(0 3 ? * SUN *)'),
      retries: 1,
      startWithin: Duration.hours(6),
    });

    dispatch.uses(table, TABLE_ACCESS.dispatch);
    dispatch.actsAs(settings);
    dispatch.sendsTo(ingest.queue, ENV.ingestQueue);
    if (settings.workbook.length > 0) {
      dispatch.function.addEnvironment(ENV.seedWorkbooks, settings.workbook.join(','));
    }
    ingest.function.addEnvironment('NODE_OPTIONS', INGEST_NODE_OPTIONS.join(' '));
    ingest.uses(table, TABLE_ACCESS.ingest);
    ingest.actsAs(settings);
    ingest.sendsTo(rollup.queue, ENV.rollupQueue);
    rollup.uses(table, TABLE_ACCESS.rollup);
    rollup.sendsTo(report.queue, ENV.reportQueue);
    report.uses(table, TABLE_ACCESS.report);
    report.actsAs(settings);
    sweep.uses(table, TABLE_ACCESS.sweep);

    const syncNow = settings.syncAudiences.length > 0 ? new SyncNow(this, 'SyncNow', of('sync-now')) : undefined;
    syncNow?.uses(table, TABLE_ACCESS.syncNow);
    syncNow?.sendsTo(ingest.queue, ENV.ingestQueue);

    const parts = { table, alarms, stages: [ingest, rollup, report], tasks: [dispatch, sweep] };
    addServiceAlarms(alarms, table);
    const dashboard = addDashboard(this, parts);
    tellOutputs(this, { table, settings, alarms, dashboard, dispatch, ingest, rollup, report, sweep, syncNow });
    this.#sayWhatIsMissing(settings);
  }

  /** The stack stands without Google, so that its roles are known when Google is told whom to trust. */
  #sayWhatIsMissing({ serviceAccounts, googleAudience, googleKeySecret, workbook }: Settings): void {
    const say = (message: string): void => Annotations.of(this).addInfo(message);
    if (serviceAccounts.length === 0) {
      const waiting =
        workbook.length > 0 ? 'the workbook of the settings waits until then' : 'nothing can be read until then';
      say(`No Google service account is set (-c serviceAccounts=EMAIL): ${waiting}. See docs/deploy.md.`);
    } else if (googleAudience === undefined && googleKeySecret === undefined) {
      say(
        'No way to sign in at Google is set: -c googleAudience=PROVIDER or -c googleKeySecret=ARN. See docs/deploy.md.',
      );
    }
  }
}
