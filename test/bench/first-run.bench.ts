import { join } from 'node:path';
import type { Bench, BenchContext, Figure } from './bench.ts';
import { type DemoProcess, startDemo } from './latency/demo-process.ts';
import { medianOf } from './median.ts';

/** What somebody sees who types `npm start` for the first time, and what took the time before it. */
const SIGHTS = {
  'until it says something': /^Leadsheet/,
  'until the page is open': /^The page is open/,
  'until the first report': /^The workbook with its reports/,
} as const;
const STEPS = {
  'of it servers': /^✓ Start .*\(([\d.]+) s\)/,
  'of it the sample': /^✓ Seed .*\(([\d.]+) s\)/,
  'of it ingest': /^✓ Ingest.*\(([\d.]+) s\)/,
  'of it rollup': /^✓ Rollup.*\(([\d.]+) s\)/,
  'of it report': /^✓ Report.*\(([\d.]+) s\)/,
} as const;

interface Seen {
  readonly sights: Readonly<Record<string, number>>;
  readonly steps: Readonly<Record<string, number>>;
}

export const bench: Bench = {
  name: 'first-run',
  about: 'npm start on the sample workbook, from nothing to the first report; and once Node keeps compiled code',
  budgets: { 'until it says something': 1 },

  async run(at) {
    const first: Seen[] = [];
    const again: Seen[] = [];
    for (let run = 0; run < at.runs(3); run++) {
      const kept = join(at.folder, `code-${run}`);
      at.progress(`first start ${run + 1}`);
      first.push(await start(at, `first-${run}`, kept));
      at.progress(`later start ${run + 1}`);
      again.push(await start(at, `again-${run}`, kept));
    }
    const figure = (all: readonly Seen[], part: keyof Seen, name: string): Figure => ({
      value: medianOf(all, (seen) => seen[part][name] ?? 0),
      unit: 's',
    });
    return {
      ...Object.fromEntries(Object.keys(SIGHTS).map((name) => [name, figure(first, 'sights', name)])),
      ...Object.fromEntries(Object.keys(STEPS).map((name) => [name, figure(first, 'steps', name)])),
      ...Object.fromEntries(Object.keys(SIGHTS).map((name) => [`code kept, ${name}`, figure(again, 'sights', name)])),
    };
  },
};

/** `kept`: where Node keeps compiled code; empty the first time, as after `npm ci`. */
async function start({ folder }: BenchContext, data: string, kept: string): Promise<Seen> {
  const demo = await startDemo(join(folder, data), [], { NODE_COMPILE_CACHE: kept });
  await demo.close();
  return {
    sights: mapped(SIGHTS, (line) => after(demo, line)),
    steps: mapped(STEPS, (line) => Number(demo.said(line)[0]?.[1])),
  };
}

function after(demo: DemoProcess, line: RegExp): number {
  const milliseconds = demo.saidAfter(line);
  if (milliseconds === undefined) throw new Error(`it never said ${line}`);
  return milliseconds / 1000;
}

const mapped = (lines: Readonly<Record<string, RegExp>>, of: (line: RegExp) => number): Record<string, number> =>
  Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, of(line)]));
