import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leadsheet } from '../support/e2e-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadsheet-example-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the example of docs/metrics.md says what the document says', async () => {
  const run = ['run', 'docs/example.csv', '--as-of', '2026-11-20', '--out', folder, '--quiet'];
  const { code, stdout } = await leadsheet(...run);
  expect(code).toBe(0);
  expect(stdout).toContain('18 rows read: 17 accepted, 1 rejected, 8 flagged, 1 held');
  expect(stdout).toContain('prospect to close: 50.0 % (1/2');
  const counts = async (file: string, first: string): Promise<string | undefined> =>
    (await readFile(join(folder, file), 'utf8')).split('\n').find((line) => line.startsWith(first));
  // "in the week of 9 November Ana has 2 MSIs, Ben 3, the team 4, because row 10 is shared"
  expect(await counts('weekly.csv', '2026-11-09,Ana')).toMatch(/^2026-11-09,Ana,\d+,2,/);
  expect(await counts('weekly.csv', '2026-11-09,Ben')).toMatch(/^2026-11-09,Ben,\d+,3,/);
  expect(await counts('weekly_team.csv', '2026-11-09')).toMatch(/^2026-11-09,\d+,4,/);
});
