import { type Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { addDeadLetters, type DeadLetterProps } from './dead-letters.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

export interface TaskProps extends ServiceFunctionProps {
  readonly schedule: ScheduleExpression;
  /** How often Lambda tries again what ended with an error: 0 where the next start comes soon enough. */
  readonly retries: 0 | 1 | 2;
  /** After which a start that could not be made is given up. */
  readonly startWithin: Duration;
  /** What is kept of starts that failed. */
  readonly deadLetters?: Omit<DeadLetterProps, 'name'>;
}

/** A function that the clock starts, with `{}`; a start that failed for good ends among its dead letters. */
export class Task extends ServiceFunction {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: TaskProps) {
    super(scope, id, props);
    const { schedule, retries, startWithin, description } = props;
    this.deadLetters = addDeadLetters(this, props.alarms, { ...props.deadLetters, name: props.name });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is where dead letters end; the rule knows only those of queues.',
    });
    this.function.configureAsyncInvoke({
      retryAttempts: retries,
      maxEventAge: startWithin,
      onFailure: new SqsDestination(this.deadLetters),
    });
    const target = this.function;
    // Given, because the role that CDK would make may start every version of the function.
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
    new Schedule(this, 'Schedule', {
      description,
      schedule,
      target: new LambdaInvoke(target, {
        input: ScheduleTargetInput.fromObject({}),
        role: role.withoutPolicyUpdates(),
        maxEventAge: startWithin,
        retryAttempts: 2,
      }),
    });
    Validations.of(this).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason:
        'What failed goes to the failure destination, which says more than the older dead letter target: also why.',
    });
  }
}
