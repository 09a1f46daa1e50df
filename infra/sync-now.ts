import { Duration, Validations } from 'aws-cdk-lib';
import { type FunctionUrl, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ENV } from '../lambdas/contract.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

/**
 * The address that the menu of a sheet calls. AWS lets everybody in; the function itself lets in whom Google's identity
 * token names, and only puts a hint into the queue.
 */
export class SyncNow extends ServiceFunction {
  readonly url: FunctionUrl;

  constructor(
    scope: Construct,
    id: string,
    props: Pick<ServiceFunctionProps, 'name' | 'entry' | 'settings' | 'alarms'>,
  ) {
    super(scope, id, {
      ...props,
      description: 'Leadsheet: a sync asked for from the menu of a sheet',
      memory: 512,
      timeout: Duration.seconds(15),
      errorPeriods: 1,
      // A flood of calls must not take the concurrency of the pipeline.
      reservedConcurrency: 5,
    });
    this.function.addEnvironment(ENV.syncAudiences, props.settings.syncAudiences.join(','));
    this.function.addEnvironment(ENV.syncAllowed, props.settings.syncAllowed.join(','));
    this.url = this.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    Validations.of(this).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'Called by its address alone: whoever asked gets the error, and nothing is left to be kept.',
    });
  }
}
