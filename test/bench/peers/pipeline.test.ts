import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Command, runPipeline } from './pipeline.ts';

const folder = mkdtempSync(join(tmpdir(), 'leadsheet-pipeline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const REPORT = { peakMb: 10, processorSeconds: 1, writeUnits: 5, readUnits: 0, waitedFor: 2 };
const node = (code: string): Command => ({ program: process.execPath, args: ['-e', code, '{report}'], env: {} });
const reporting = `require('node:fs').writeFileSync(process.argv[1], '${JSON.stringify(REPORT)}');`;

it('connects processes, notes the steps of the last one, and adds up what they report', async () => {
  const source = node(`${reporting} console.log('read\\nstored');`);
  const sink = node(`${reporting} process.stdin.pipe(process.stdout);`);
  const { steps, report, seconds } = await runPipeline([source, sink], { folder });
  expect([...steps.keys()]).toEqual(['read', 'stored']);
  expect(report).toEqual({ peakMb: 20, processorSeconds: 2, writeUnits: 10, readUnits: 0, waitedFor: 4 });
  expect(seconds).toBeGreaterThanOrEqual(steps.get('stored') ?? Number.POSITIVE_INFINITY);
});

it('ends a process that has done the step that is waited for', async () => {
  const { steps, report } = await runPipeline([node(`console.log('told'); setInterval(() => {}, 1000);`)], {
    folder,
    until: 'told',
  });
  expect(steps.has('told')).toBe(true);
  expect(report).toBeUndefined();
});

it('fails with the words of a process that failed', async () => {
  const failing = node(`console.error('no such tab'); process.exitCode = 3;`);
  await expect(runPipeline([failing], { folder })).rejects.toThrow(/ended with 3:\nno such tab/);
  await expect(runPipeline([node('')], { folder, until: 'told' })).rejects.toThrow('without having said "told"');
});
