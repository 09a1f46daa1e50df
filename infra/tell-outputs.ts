import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PIPELINE_OUTPUTS as OUTPUTS } from '../lambdas/contract.ts';
import type { Alarms } from './alarms.ts';
import type { Settings } from './settings.ts';
import type { PipelineStage } from './stage.ts';
import type { SyncNow } from './sync-now.ts';
import type { Task } from './task.ts';

export interface Told {
  readonly table: TableV2;
  readonly settings: Settings;
  readonly alarms: Alarms;
  readonly dashboard: Dashboard;
  readonly dispatch: Task;
  readonly ingest: PipelineStage;
  readonly rollup: PipelineStage;
  readonly report: PipelineStage;
  readonly sweep: Task;
  readonly syncNow: SyncNow | undefined;
}

/** By which the owner's commands find the deployment. */
export function tellOutputs(stack: Stack, told: Told): void {
  const { table, settings, alarms, dashboard, dispatch, ingest, rollup, report, sweep, syncNow } = told;
  const values: Readonly<Record<string, string | undefined>> = {
    [OUTPUTS.table]: table.tableName,
    [OUTPUTS.ingestQueue]: ingest.queue.queueUrl,
    [OUTPUTS.rollupQueue]: rollup.queue.queueUrl,
    [OUTPUTS.reportQueue]: report.queue.queueUrl,
    [OUTPUTS.ingestDeadLetters]: ingest.deadLetters.queueUrl,
    [OUTPUTS.rollupDeadLetters]: rollup.deadLetters.queueUrl,
    [OUTPUTS.reportDeadLetters]: report.deadLetters.queueUrl,
    [OUTPUTS.dispatchDeadLetters]: dispatch.deadLetters.queueUrl,
    [OUTPUTS.sweepDeadLetters]: sweep.deadLetters.queueUrl,
    [OUTPUTS.dispatchFunction]: dispatch.function.functionName,
    [OUTPUTS.sweepFunction]: sweep.function.functionName,
    [OUTPUTS.dispatchRole]: dispatch.role.roleArn,
    [OUTPUTS.ingestRole]: ingest.role.roleArn,
    [OUTPUTS.reportRole]: report.role.roleArn,
    [OUTPUTS.alarmTopic]: alarms.topic.topicArn,
    [OUTPUTS.dashboard]: `https://${stack.region}.console.aws.amazon.com/cloudwatch/home?region=${stack.region}#dashboards/dashboards/${dashboard.dashboardName}`,
    [OUTPUTS.serviceAccounts]: settings.serviceAccounts.length > 0 ? settings.serviceAccounts.join(',') : undefined,
    [OUTPUTS.googleAudience]: settings.googleAudience,
    [OUTPUTS.googleKeySecret]: settings.googleKeySecret,
    [OUTPUTS.syncNowUrl]: syncNow?.url.url,
  };
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined) new CfnOutput(stack, key, { value });
  }
}
