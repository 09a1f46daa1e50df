import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { STACKS } from '../lambdas/contract.ts';
import { FEATURE_FLAGS } from './feature-flags.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { readSettings } from './settings.ts';
import { StateStack } from './state-stack.ts';

const app = new App({ context: FEATURE_FLAGS });
const settings = readSettings((name) => app.node.tryGetContext(name));
const { table } = new StateStack(app, STACKS.state, { settings });
new PipelineStack(app, STACKS.pipeline, {
  table,
  settings,
  entry: (name) => fileURLToPath(new URL(`../lambdas/${name}/handler.ts`, import.meta.url)),
});
