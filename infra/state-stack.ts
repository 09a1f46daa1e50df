import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { STATE_OUTPUTS, TABLE_KEYS } from '../lambdas/contract.ts';
import type { Settings } from './settings.ts';

export interface StateStackProps extends StackProps {
  readonly settings: Pick<Settings, 'maxReadUnits' | 'maxWriteUnits'>;
}

/** What must outlive every other stack: the one table. Nothing that is deployed or removed here takes rows with it. */
export class StateStack extends Stack {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { settings, ...props }: StateStackProps) {
    super(scope, id, props);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: TABLE_KEYS.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE_KEYS.sort, type: AttributeType.STRING },
      timeToLiveAttribute: TABLE_KEYS.expires,
      billing: Billing.onDemand({
        maxReadRequestUnits: settings.maxReadUnits,
        maxWriteRequestUnits: settings.maxWriteUnits,
      }),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnOutput(this, STATE_OUTPUTS.table, { value: this.table.tableName });
  }
}
