import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { STATE_OUTPUTS, TABLE_KEYS } from '../../lambdas/contract.ts';
import { synthesize } from './synthesize.ts';

const { state } = synthesize();

test('the table is on demand, keyed as the contract says, and its items may expire', () => {
  state.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: TABLE_KEYS.partition, KeyType: 'HASH' },
      { AttributeName: TABLE_KEYS.sort, KeyType: 'RANGE' },
    ],
    TimeToLiveSpecification: { AttributeName: TABLE_KEYS.expires, Enabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
  });
});

test('the table survives a mistake: restorable to a moment, protected, kept when the stack goes', () => {
  state.hasResource('AWS::DynamoDB::GlobalTable', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    },
  });
});

test('there is one table and nothing beside it', () => {
  expect(Object.keys(state.toJSON().Resources)).toHaveLength(1);
});

test('what a mistake can cost is bounded, by the settings', () => {
  const capped = synthesize({ maxReadUnits: 300, maxWriteUnits: 200 }).state;
  for (const [template, reads, writes] of [
    [state, 2000, 1000],
    [capped, 300, 200],
  ] as const) {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: writes },
      Replicas: [Match.objectLike({ ReadOnDemandThroughputSettings: { MaxReadRequestUnits: reads } })],
    });
  }
});

test('the stack tells the name of its table', () => {
  state.hasOutput(STATE_OUTPUTS.table, { Value: Match.anyValue() });
});
