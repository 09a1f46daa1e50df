import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { STACKS } from '../lambdas/contract.ts';
import { FEATURE_FLAGS } from './feature-flags.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { readSettings, type Settings, SettingsError } from './settings.ts';
import { StateStack } from './state-stack.ts';

const app = new App({ context: FEATURE_FLAGS });
const settings = settingsOf(app);
const { table } = new StateStack(app, STACKS.state, { settings });
new PipelineStack(app, STACKS.pipeline, {
  table,
  settings,
  entry: (name) => fileURLToPath(new URL(`../lambdas/${name}/handler.ts`, import.meta.url)),
});

/** A wrong setting ends the app with its message alone: a stack would hide it. */
function settingsOf({ node }: App): Settings {
  try {
    return readSettings((name) => node.tryGetContext(name));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
