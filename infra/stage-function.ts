import { join } from 'node:path';
import { type Duration, RemovalPolicy, Stage } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENV } from '../lambdas/contract.ts';
import { bundle } from './bundle.ts';

export interface StageFunctionProps {
  /** Path of the TypeScript file that exports `handler`. */
  readonly entry: string;
  readonly description: string;
  /** MB */
  readonly memory: number;
  readonly timeout: Duration;
  readonly tracing: boolean;
}

/** What the store adapter asks of the table (a test compares). No DeleteItem: that is the sweep's. */
const TABLE_ACTIONS = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:BatchWriteItem',
];

/**
 * The function of one stage with a role and a log group of its own. It starts with leave to write its log and nothing
 * else; each method that gives it something sets the grant and the environment variable together.
 */
export class StageFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: StageFunctionProps) {
    super(scope, id);
    const into = join(Stage.of(this)?.outdir ?? 'cdk.out', 'bundles');
    const { directory, hash } = bundle({ entry: props.entry, into });
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Given, because the role that CDK would make may write every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: Code.fromAsset(directory, { assetHash: hash }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      tracing: props.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      role,
      logGroup,
    });
  }

  readsAndWrites(table: TableV2): void {
    table.grant(this.function, ...TABLE_ACTIONS);
    this.function.addEnvironment(ENV.table, table.tableName);
  }

  /** `serviceAccount`: e-mail of the Google service account; absent while no workbook is configured. */
  actsAs(serviceAccount: string | undefined): void {
    if (serviceAccount !== undefined) this.function.addEnvironment(ENV.serviceAccounts, serviceAccount);
  }

  sendsTo(queue: IQueue, variable: typeof ENV.rollupQueue | typeof ENV.reportQueue): void {
    queue.grant(this.function, 'sqs:SendMessage');
    this.function.addEnvironment(variable, queue.queueUrl);
  }
}
