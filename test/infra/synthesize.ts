import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FEATURE_FLAGS } from '../../infra/feature-flags.ts';
import { PipelineStack } from '../../infra/pipeline-stack.ts';
import type { Settings } from '../../infra/settings.ts';
import { StateStack } from '../../infra/state-stack.ts';
import { SETTINGS } from './example.ts';

export interface Synthesized {
  readonly app: App;
  readonly state: Template;
  readonly pipeline: Template;
}

/** Both stacks as templates, around handlers that do nothing: the policies don't depend on the code. */
export function synthesize(settings: Partial<Settings> = {}): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), 'leadsheet-infra-'));
  const entry = (name: string): string => {
    const path = join(folder, name, 'handler.ts');
    mkdirSync(join(folder, name));
    writeFileSync(path, `export const handler = async (): Promise<string> => '${name}';\n`);
    return path;
  };
  const app = new App({
    context: FEATURE_FLAGS,
    outdir: join(folder, 'cdk.out'),
    // Checking them against CloudFormation's rules takes seconds; `app.test.ts` has it done.
    builtinCloudFormationValidation: false,
  });
  const all = { ...SETTINGS, ...settings };
  const state = new StateStack(app, 'State', { settings: all });
  const pipeline = new PipelineStack(app, 'Pipeline', { table: state.table, settings: all, entry });
  const templates = { state: Template.fromStack(state), pipeline: Template.fromStack(pipeline) };
  rmSync(folder, { recursive: true });
  return { app, ...templates };
}
