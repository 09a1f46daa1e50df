import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FEATURE_FLAGS } from '../../infra/feature-flags.ts';
import { PipelineStack } from '../../infra/pipeline-stack.ts';
import type { Settings } from '../../infra/settings.ts';
import { StateStack } from '../../infra/state-stack.ts';
import { SERVICE_ACCOUNT, WORKBOOK } from './example.ts';

/** Both stacks as templates, around handlers that do nothing: the policies don't depend on the code. */
export function synthesize(settings: Partial<Settings> = {}): { state: Template; pipeline: Template } {
  const folder = mkdtempSync(join(tmpdir(), 'leadsheet-infra-'));
  const entry = (stage: string): string => {
    const path = join(folder, stage, 'handler.ts');
    mkdirSync(join(folder, stage));
    writeFileSync(path, `export const handler = async (): Promise<string> => '${stage}';\n`);
    return path;
  };
  const app = new App({
    context: FEATURE_FLAGS,
    outdir: join(folder, 'cdk.out'),
    // Checking them against CloudFormation's rules takes seconds; `app.test.ts` has it done.
    builtinCloudFormationValidation: false,
  });
  const state = new StateStack(app, 'State');
  const pipeline = new PipelineStack(app, 'Pipeline', {
    table: state.table,
    settings: {
      workbooks: [WORKBOOK],
      rateMinutes: 5,
      serviceAccount: SERVICE_ACCOUNT,
      tracing: false,
      ...settings,
    },
    entries: { ingest: entry('ingest'), rollup: entry('rollup'), report: entry('report') },
  });
  const templates = { state: Template.fromStack(state), pipeline: Template.fromStack(pipeline) };
  rmSync(folder, { recursive: true });
  return templates;
}
