import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TALLIED, type Tallied } from '../support/tally.ts';

/** Runs the resilience tests at full length and prints what they tried and what they found. */
const folder = mkdtempSync(join(tmpdir(), 'leadsheet-tally-'));
const file = join(folder, 'tally.jsonl');
writeFileSync(file, '');
const begun = Date.now();
const { status } = spawnSync('vitest', ['run', '--project', 'resilience', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, LEADSHEET_TALLY: file },
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
