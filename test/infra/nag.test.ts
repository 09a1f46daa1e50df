import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../infra/settings.ts';
import { KEY_SECRET, SYNC } from './example.ts';
import { synthesize } from './synthesize.ts';

/** `rule: path of the resource`, one for each finding. */
function findings(app: IConstruct): string[] {
  const packs = [new AwsSolutionsChecks(), new ServerlessChecks()];
  return packs
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((one) => `${ruleName}: ${one.constructPath}`),
    );
}

const cases: Record<string, Partial<Settings>> = {
  'of the defaults': { workbook: [], serviceAccounts: [], googleAudience: undefined, alarmEmail: undefined },
  'with everything': { ...SYNC, tracing: true, googleAudience: undefined, googleKeySecret: KEY_SECRET },
};

describe.each(Object.entries(cases))('the stacks %s', (_, settings) => {
  const { app } = synthesize(settings);

  test('have no findings of cdk-nag (AwsSolutions, Serverless)', () => {
    expect(findings(app)).toEqual([]);
  });

  test('give a reason for each rule that does not fit', () => {
    const reasons = app.node
      .findAll()
      .flatMap((construct) => construct.node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(Object(data)).map(String));
    expect(reasons.length).toBeGreaterThan(5);
    expect(reasons.filter((reason) => reason.length < 20)).toEqual([]);
  });
});
