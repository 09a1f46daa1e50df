import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';

import { Construct } from 'constructs';

export interface AlarmProps {
  /** One sentence for the e-mail: what is the matter. */
  readonly meaning: string;
  readonly metric: IMetric;
  /** Rings at this value and above; `below` turns it round: rings when it is less. */
  readonly threshold: number;
  readonly below?: boolean;
  /** How many periods of the metric must be so; 1 unless said. */
  readonly periods?: number;
  /** Of the last so many; unless said, they must be in a row. */
  readonly among?: number;
  /** No value is good news, unless said. */
  readonly missing?: TreatMissingData;
}

/** Every alarm of the deployment, and the topic through which they are told. `docs/alarms.md` has a heading for each. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly all: Alarm[] = [];

  /** `email`: who is told; absent = whoever subscribes to the topic. */
  constructor(scope: Construct, id: string, { email }: { email: string | undefined }) {
    super(scope, id);
    const principals = [new ServicePrincipal('cloudwatch.amazonaws.com')];
    // A key of our own: the policy of the one that AWS manages for SNS lets no alarm in.
    const masterKey = new Key(this, 'Key', {
      description: 'Leadsheet: messages of alarms',
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Without a condition, as AWS documents it: which alarms may publish is said by the topic.
    masterKey.addToResourcePolicy(
      new PolicyStatement({ principals, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
    );
    this.topic = new Topic(this, 'Topic', { displayName: 'Leadsheet', masterKey, enforceSSL: true });
    // A topic with a policy of its own has no longer the one that lets the account's alarms in.
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': alarms } },
      }),
    );
    if (email !== undefined) {
      this.topic.addSubscription(new EmailSubscription(email));
      Validations.of(this.topic).acknowledge({
        id: 'Serverless-SNSRedrivePolicy',
        reason: 'A mail that a person does not get is of no use in a queue; the alarm stands on the dashboard.',
      });
    }
  }

  /** `name`: in kebab-case, the heading in `docs/alarms.md`. */
  add(name: string, { meaning, metric, threshold, below, periods = 1, among = periods, missing }: AlarmProps): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${meaning} What to do: docs/alarms.md, "${name}".`,
      metric,
      threshold,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: among,
      datapointsToAlarm: periods,
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(this.topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    this.all.push(alarm);
  }
}
