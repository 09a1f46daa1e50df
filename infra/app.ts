import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { FEATURE_FLAGS } from './feature-flags.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { readSettings } from './settings.ts';
import { StateStack } from './state-stack.ts';

const handler = (stage: string): string => fileURLToPath(new URL(`../lambdas/${stage}/handler.ts`, import.meta.url));

const app = new App({ context: FEATURE_FLAGS });
const settings = readSettings((name) => app.node.tryGetContext(name));
const { table } = new StateStack(app, 'LeadsheetState');
new PipelineStack(app, 'LeadsheetPipeline', {
  table,
  settings,
  entries: { ingest: handler('ingest'), rollup: handler('rollup'), report: handler('report') },
});
