import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  PeriodOverride,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { METRICS } from '../lambdas/contract.ts';
import type { Alarms } from './alarms.ts';
import { serviceMetric, tableThrottles } from './service-alarms.ts';
import type { ServiceFunction } from './service-function.ts';
import type { PipelineStage } from './stage.ts';
import type { Task } from './task.ts';

export interface DashboardProps {
  readonly table: TableV2;
  readonly alarms: Alarms;
  readonly stages: readonly PipelineStage[];
  readonly tasks: readonly Task[];
}

const PERIOD = Duration.minutes(5);

const WORKING = `## Is it working?
A **tick** each minute looks for changes and **sends** the workbooks that have work through ingest, rollup and report. Ticks at 5 in
5 minutes, empty dead letters and no errors: it is working. What an alarm means and what to do: docs/alarms.md.`;

const FRESH = `## Is it fresh?
**Freshness** is the time from an edit until the report tabs show it: half of all edits are faster than p50, all but one in twenty
faster than p95 (at most 3 minutes is usual, 15 ring). Without edits there is no point. A queue that grows old says where it waits.`;

const COST = `## What does it cost?
The table is paid by request unit, functions by run and by memory x time, queues by request; the rest (secret, key, alarms, this
dashboard) by the month. What these amount to in money is on the bill, under the service's name; docs/cost-and-limits.md says what to expect.`;

const heading = (markdown: string): TextWidget => new TextWidget({ markdown, width: 24, height: 3 });

const graph = (title: string, left: IMetric[], props: GraphWidgetProps = {}): GraphWidget =>
  new GraphWidget({ title, left, width: 8, height: 6, leftYAxis: { min: 0 }, ...props });

/** One page that answers: is it working, is it fresh, what does it cost. */
export function addDashboard(scope: Construct, { table, alarms, stages, tasks }: DashboardProps): Dashboard {
  const functions: readonly ServiceFunction[] = [...tasks, ...stages];
  const ofEach = (metric: (one: ServiceFunction) => IMetric): IMetric[] => functions.map(metric);
  const named = (one: ServiceFunction): string => one.name;
  const sum = { period: PERIOD, statistic: 'Sum' };
  const dashboard = new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(1),
    periodOverride: PeriodOverride.AUTO,
  });
  dashboard.addWidgets(heading(WORKING));
  dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.all, width: 24, height: 5 }));
  dashboard.addWidgets(
    graph('Ticks, and workbooks sent', [
      serviceMetric(METRICS.ticks, 'Sum', PERIOD),
      serviceMetric(METRICS.sent, 'Sum', PERIOD),
      serviceMetric(METRICS.stopped, 'Sum', PERIOD),
    ]),
    graph('Errors and throttles', [
      ...ofEach((one) => one.function.metricErrors({ ...sum, label: `${named(one)} errors` })),
      ...ofEach((one) => one.function.metricThrottles({ ...sum, label: `${named(one)} throttles` })),
      tableThrottles(table, 'Read', PERIOD),
      tableThrottles(table, 'Write', PERIOD),
    ]),
    graph(
      'Dead letters',
      [...stages, ...tasks].map((one) =>
        one.deadLetters.metricApproximateNumberOfMessagesVisible({
          period: PERIOD,
          statistic: 'Maximum',
          label: named(one),
        }),
      ),
    ),
  );
  dashboard.addWidgets(heading(FRESH));
  dashboard.addWidgets(
    graph('From an edit to the report (ms)', [
      serviceMetric(METRICS.freshness, 'p50', PERIOD),
      serviceMetric(METRICS.freshness, 'p95', PERIOD),
    ]),
    graph(
      'Oldest message of each queue (s)',
      stages.map((one) =>
        one.queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum', label: named(one) }),
      ),
    ),
    graph('Rejected rows (% of a workbook, highest)', [serviceMetric(METRICS.rejectedShare, 'Maximum', PERIOD)]),
  );
  dashboard.addWidgets(heading(COST));
  dashboard.addWidgets(
    graph('Request units of the table', [
      table.metricConsumedReadCapacityUnits({ ...sum, label: 'read units' }),
      table.metricConsumedWriteCapacityUnits({ ...sum, label: 'write units' }),
    ]),
    graph(
      'Runs',
      ofEach((one) => one.function.metricInvocations({ ...sum, label: named(one) })),
    ),
    graph(
      'Time of runs (ms, sum)',
      ofEach((one) => one.function.metricDuration({ ...sum, label: named(one) })),
    ),
  );
  return dashboard;
}
