import { join } from 'node:path';
import { Duration, RemovalPolicy, Stage, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENV } from '../lambdas/contract.ts';
import type { Alarms } from './alarms.ts';
import { bundle } from './bundle.ts';
import type { Settings } from './settings.ts';
import type { TableGrant } from './table-access.ts';

export interface ServiceFunctionProps {
  /** In kebab-case: the folder under `lambdas`, and how its alarms begin. */
  readonly name: string;
  /** Path of the TypeScript file that exports `handler`. */
  readonly entry: string;
  readonly description: string;
  /** MB */
  readonly memory: number;
  readonly timeout: Duration;
  /** Periods of 5 minutes with errors, every other one, until somebody is told: more than one where work is tried again. */
  readonly errorPeriods: number;
  readonly reservedConcurrency?: number;
  readonly settings: Settings;
  readonly alarms: Alarms;
}

/**
 * A function with a role, a log group and alarms of its own. It starts with leave to write its log and nothing else; each
 * method that gives it something sets the grant and the environment variable together.
 */
export class ServiceFunction extends Construct {
  readonly name: string;
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { name, alarms, settings } = props;
    this.name = name;
    const into = join(Stage.of(this)?.outdir ?? 'cdk.out', 'bundles');
    const { directory, hash } = bundle({ entry: props.entry, into });
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Given, because the role that CDK would make may write every log of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: Code.fromAsset(directory, { assetHash: hash }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      tracing: settings.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      ...(props.reservedConcurrency !== undefined && { reservedConcurrentExecutions: props.reservedConcurrency }),
      role: this.role,
      logGroup,
    });
    const period = Duration.minutes(5);
    alarms.add(`${name}-errors`, {
      meaning: `The function ${name} ended with an error.`,
      metric: this.function.metricErrors({ period, statistic: 'Sum' }),
      threshold: 1,
      periods: props.errorPeriods,
      // Not in a row: one workbook that fails comes back only after the time-out of its queue, twice as long as a period.
      among: 2 * props.errorPeriods - 1,
    });
    alarms.add(`${name}-throttles`, {
      meaning: `The function ${name} was not started, for want of concurrency.`,
      metric: this.function.metricThrottles({ period, statistic: 'Sum' }),
      threshold: 1,
      periods: 3,
    });
    this.#explain(settings);
  }

  uses(table: TableV2, grants: readonly TableGrant[]): void {
    for (const { actions, partitions } of grants) {
      const bound = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': partitions } };
      this.role.addToPolicy(
        new PolicyStatement({
          actions: [...actions],
          resources: [table.tableArn],
          ...(partitions && { conditions: bound }),
        }),
      );
    }
    this.function.addEnvironment(ENV.table, table.tableName);
  }

  /** Signs in at Google as the service accounts of the settings. Federation needs no leave of AWS, only the role itself. */
  actsAs({ serviceAccounts, googleAudience, googleKeySecret }: Settings): void {
    if (serviceAccounts.length > 0) this.function.addEnvironment(ENV.serviceAccounts, serviceAccounts.join(','));
    if (googleAudience !== undefined) this.function.addEnvironment(ENV.googleAudience, googleAudience);
    if (googleKeySecret === undefined) return;
    this.function.addEnvironment(ENV.googleKeySecret, googleKeySecret);
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [googleKeySecret] }),
    );
  }

  sendsTo(queue: IQueue, variable: typeof ENV.ingestQueue | typeof ENV.rollupQueue | typeof ENV.reportQueue): void {
    queue.grant(this.role, 'sqs:SendMessage');
    this.function.addEnvironment(variable, queue.queueUrl);
  }

  /** Rules of cdk-nag that do not fit, and why. */
  #explain({ tracing }: Settings): void {
    Validations.of(this).acknowledge(
      tracing
        ? {
            id: 'AwsSolutions-IAM5[Resource::*]',
            reason: 'X-Ray knows no narrower resource than *, and it was asked for.',
          }
        : { id: 'Serverless-LambdaTracing', reason: 'A setting: X-Ray costs, and needs leave for resource *.' },
    );
  }
}
