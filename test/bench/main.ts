import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, BenchContext } from './bench.ts';
import { discover } from './discover.ts';
import { isMissed, judge } from './judge.ts';
import { machine, versions } from './machine.ts';
import { markdown } from './markdown.ts';
import { probesIn } from './probe.ts';
import { keepResults, lastResults, type Results } from './results.ts';

const USAGE = `npm run bench -- [NAME...] [--quick] [--check]
  NAME...  only these; without a name all but the long ones, and the figures are kept in bench/results/
  --quick  fewer runs: to try something out, not to judge by
  --check  end with 1 when a budget is missed
`;

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, check: { type: 'boolean' }, help: { type: 'boolean' } },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
process.exitCode = options.help ? await help() : await main();

async function help(): Promise<number> {
  const list = (await discover()).map(
    ({ name, onlyByName }) => `  ${name}${onlyByName ? ' (long: only by name)' : ''}`,
  );
  process.stdout.write(`${USAGE}\nBenches:\n${list.join('\n')}\n`);
  return 0;
}

async function main(): Promise<number> {
  const all = await discover();
  const unknown = names.filter((name) => all.every((bench) => bench.name !== name));
  if (unknown.length > 0) {
    say(`There is no bench ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.\n${USAGE}`);
    return 2;
  }
  const chosen = all.filter(({ name, onlyByName }) => (names.length === 0 ? !onlyByName : names.includes(name)));
  const results = await measure(chosen);
  process.stdout.write(markdown(results, lastResults()));
  if (names.length === 0 && !options.quick) say(`\nKept in ${keepResults(results)}.`);
  else say('\nNot kept: only a full run is.');
  const missed = Object.values(results.benches).flatMap(({ figures }) => Object.values(figures).filter(isMissed));
  if (missed.length > 0) say(`${missed.length} budgets are missed.`);
  return options.check && missed.length > 0 ? 1 : 0;
}

async function measure(benches: readonly Bench[]): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'leadsheet-bench-'));
  const at: BenchContext = {
    runs: (usual) => (options.quick ? Math.min(2, usual) : usual),
    probe: probesIn(folder),
    folder,
    progress: (message) => say(`  ${message}`),
  };
  const measured: Record<string, Results['benches'][string]> = {};
  try {
    for (const bench of benches) {
      const started = performance.now();
      say(`${bench.name}: ${bench.about}`);
      const figures = judge(bench, await bench.run(at));
      const seconds = Math.round((performance.now() - started) / 1000);
      measured[bench.name] = { figures, seconds };
      say(`  done in ${seconds} s`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { date: new Date().toISOString().slice(0, 10), machine: machine(), versions: versions(), benches: measured };
}
