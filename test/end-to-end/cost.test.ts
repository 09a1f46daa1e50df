import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHANGED_RUN } from '../../local/cost/monthly-usage.ts';
import { leadsheet, withFolder } from '../support/e2e-command.ts';

const HEADER = 'Date,Rep,Prospect,Activity,Outcome';
/** 2,000 rows of 400 prospects over eight weeks. */
const ROWS = Array.from({ length: 2_000 }, (_, i) => {
  const day = new Date(Date.UTC(2026, 8, 21 + Math.floor((i * 56) / 2_000))).toISOString().slice(0, 10);
  return `${day},Rep ${i % 5},Prospect ${i % 400},${i % 4 === 0 ? 'Opportunity' : 'Attempt to connect'},Spoke`;
});

test('the write units that `cost` reckons with are those of a run', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'rows.csv');
    const run = async (rows: readonly string[]): Promise<number> => {
      await writeFile(file, [HEADER, ...rows].join('\n'));
      const out = join(folder, 'out');
      const { code } = await leadsheet(
        'run',
        file,
        '--as-of',
        '2026-11-16',
        '--out',
        out,
        '--store',
        join(folder, 'store'),
        '--quiet',
      );
      expect(code).toBe(0);
      const { dynamodb } = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as {
        dynamodb: { write_units: number };
      }; // as documented
      return dynamodb.write_units;
    };
    await run(ROWS);
    const changed = await run([...ROWS, '2026-11-15,Rep 1,New one,Attempt to connect,Spoke']);
    expect(changed).toBeGreaterThan(CHANGED_RUN.writeUnits.fixed / 2);
    expect(changed).toBeLessThan(CHANGED_RUN.writeUnits.fixed * 2);
  });
});

test('`cost` prints the bill, as a table and as JSON', async () => {
  const { code, stdout } = await leadsheet('cost', '--workbooks', '3', '--rows', '20000');
  expect(code).toBe(0);
  expect(stdout).toMatch(/3 workbooks of 20,000 rows each/);
  expect(stdout).toMatch(/^Together +\$\d+\.\d\d +\$\d+\.\d\d$/m);
  const json = JSON.parse((await leadsheet('cost', '--json')).stdout) as { deployment: unknown; lines: unknown[] }; // as documented
  expect(json.deployment).toEqual({ workbooks: 1, rows: 10_000, changesADay: 60, serviceAccounts: 1 });
  expect(json.lines).toHaveLength(11);
  expect((await leadsheet('cost', '--rows', 'many')).code).not.toBe(0);
});
