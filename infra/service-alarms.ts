import { Duration } from 'aws-cdk-lib';
import { Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { METRICS } from '../lambdas/contract.ts';
import type { Alarms } from './alarms.ts';

/** A metric that the functions write into their logs. */
export const serviceMetric = (name: string, statistic: string, period: Duration): Metric =>
  new Metric({ namespace: METRICS.namespace, metricName: name, statistic, period });

/** Requests that the table refused, for being more than its caps or than one partition takes. */
export const tableThrottles = (table: TableV2, kind: 'Read' | 'Write', period: Duration): Metric =>
  table.metric(`${kind}ThrottleEvents`, { statistic: 'Sum', period });

/** Due at least every six hours, a workbook that is stopped says so at least once in this time. */
const SAFETY_POLL = Duration.hours(6);
/** Rows that did not change are read again with each new day, when the verdicts beside them may change. */
const NEW_DAY = Duration.days(1);

/** The alarms that are about the service as a whole, not about one function. */
export function addServiceAlarms(alarms: Alarms, table: TableV2): void {
  alarms.add('freshness', {
    meaning: 'Of the edits of the last 15 minutes, one in twenty took longer than 15 minutes to reach the report tabs.',
    metric: serviceMetric(METRICS.freshness, 'p95', Duration.minutes(15)),
    threshold: Duration.minutes(15).toMilliseconds(),
  });
  alarms.add('ticks', {
    meaning: 'No tick came to its end in ten minutes, so nobody looks for changes.',
    metric: serviceMetric(METRICS.ticks, 'Sum', Duration.minutes(5)),
    threshold: 1,
    below: true,
    periods: 2,
    missing: TreatMissingData.BREACHING,
  });
  alarms.add('rejected-share', {
    meaning: 'In a workbook, one row in five or more was rejected.',
    metric: serviceMetric(METRICS.rejectedShare, 'Maximum', NEW_DAY),
    threshold: 20,
  });
  alarms.add('stopped', {
    meaning: 'The sheet of a workbook was refused, so its reports stand still at the last good state.',
    metric: serviceMetric(METRICS.stopped, 'Sum', SAFETY_POLL),
    threshold: 1,
  });
  // Two: an alarm on the sum of both costs no less, and says less.
  for (const kind of ['Read', 'Write'] as const) {
    alarms.add(`table-${kind.toLowerCase()}-throttles`, {
      meaning: `The table refused to ${kind.toLowerCase()} for a quarter of an hour.`,
      metric: tableThrottles(table, kind, Duration.minutes(5)),
      threshold: 1,
      periods: 3,
    });
  }
}
