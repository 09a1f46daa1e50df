import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TALLIED, type Tallied } from '../support/tally.ts';

/*
 * Runs the resilience tests at full length and prints what they tried and what they found.
 * `node test/resilience/main.ts [--part 0.3] [FILE ...]`: that share of everything.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', default: '1' } },
});
if (!(Number(values.part) > 0 && Number(values.part) <= 1)) throw new RangeError('--part is above 0 and at most 1');
const folder = mkdtempSync(join(tmpdir(), 'leadsheet-tally-'));
const file = join(folder, 'tally.jsonl');
writeFileSync(file, '');
const begun = Date.now();
const { status } = spawnSync('vitest', ['run', '--project', 'resilience', ...positionals], {
  stdio: 'inherit',
  env: { ...process.env, LEADSHEET_TALLY: file, LEADSHEET_PART: values.part },
});

const sums = new Map<Tallied, number>();
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const [figure, count] = JSON.parse(line) as [Tallied, number]; // written by tally
  sums.set(figure, (sums.get(figure) ?? 0) + count);
}
rmSync(folder, { recursive: true });
console.log(`\nIn ${Math.round((Date.now() - begun) / 1000)} s:`);
for (const figure of TALLIED) {
  const sum = sums.get(figure);
  if (sum !== undefined) console.log(`${sum.toLocaleString('en').padStart(12)} ${figure}`);
}
process.exitCode = status ?? 1;
