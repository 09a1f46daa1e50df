import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { WORKBOOK } from './example.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('cdk.json runs the app by Node itself', () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8'))).toMatchObject({ app: 'node infra/app.ts' });
});

/** Bundling every function beside other tests is slow. */
const SLOW = { timeout: 120_000 };

test(
  'the app synthesizes without credentials, context or a home folder, and by the rules of CloudFormation',
  SLOW,
  () => {
    const home = mkdtempSync(join(tmpdir(), 'leadsheet-home-'));
    onTestFinished(() => rmSync(home, { recursive: true }));
    const out = join(home, 'cdk.out');
    execFileSync(process.execPath, ['infra/app.ts'], {
      cwd: ROOT,
      env: { HOME: home, CDK_OUTDIR: out },
      stdio: 'pipe',
    });
    const templates = readdirSync(out).filter((name) => name.endsWith('.template.json'));
    expect(templates.sort()).toEqual(['LeadsheetPipeline.template.json', 'LeadsheetState.template.json']);
    expect(readdirSync(home)).toEqual(['cdk.out']);
  },
);

test('a wrong setting stops the app with what to do, and no more', () => {
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: ROOT,
    env: { CDK_CONTEXT_JSON: JSON.stringify({ workbooks: WORKBOOK }) },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^These settings .+ are wrong:\n {2}workbooks is no setting: write workbook\n$/);
});
