import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

export interface RunScheduleProps {
  /** Spreadsheet ids. */
  readonly workbooks: readonly string[];
  readonly rateMinutes: number;
  /** Gets `{ workbook }`. */
  readonly target: IFunction;
}

/** Starts a run of each workbook at a fixed rate, one schedule a workbook. */
export class RunSchedule extends Construct {
  constructor(scope: Construct, id: string, { workbooks, rateMinutes, target }: RunScheduleProps) {
    super(scope, id);
    // Kept by default, it would stand in the way of the next deployment by its name.
    const scheduleGroup = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    for (const workbook of workbooks) {
      new Schedule(this, workbook, {
        scheduleGroup,
        schedule: ScheduleExpression.rate(Duration.minutes(rateMinutes)),
        target: new LambdaInvoke(target, {
          input: ScheduleTargetInput.fromObject({ workbook }),
          // A missed tick is caught up by the next one; an old one is not worth delivering.
          maxEventAge: Duration.minutes(rateMinutes),
          retryAttempts: 2,
        }),
      });
    }
  }
}
