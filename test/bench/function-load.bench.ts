import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../infra/bundle.ts';
import { ENV } from '../../lambdas/contract.ts';
import type { Bench } from './bench.ts';
import { answersOf } from './data/payload.ts';
import { benchWorkbook } from './data/workbook.ts';
import { median } from './median.ts';
import type { StagesInput } from './probes/stages.ts';
import { type Servers, startServers } from './servers.ts';

const STAGES = ['ingest', 'rollup', 'report', 'dispatch', 'sync-now'] as const;
type Stage = (typeof STAGES)[number];

export const bench: Bench = {
  name: 'function-load',
  about: 'a process that imports the bundle of a function, against one that does nothing',
  budgets: {
    'ingest, ratio': 3.8,
    'rollup, ratio': 3,
    'report, ratio': 3.8,
    'ingest, bundle': 900,
    'rollup, bundle': 900,
    'report, bundle': 900,
    'dispatch, bundle': 900,
    'sync-now, bundle': 900,
  },

  async run({ runs, probe, folder, progress }) {
    const servers = await startServers();
    try {
      progress('a small workbook for the first calls');
      const workbook = benchWorkbook({ rows: 500, reps: 5, weeks: 4 });
      servers.payloads.serve('load', answersOf(workbook));
      const asOf = { day: Math.floor(Date.now() / 86_400_000) + 25_569, minute: 720 };
      const given: StagesInput = { env: servers.env, workbook: 'load', asOf, stages: ['ingest', 'rollup'] };
      await probe('stages', given);

      const nothing = join(folder, 'nothing.cjs');
      writeFileSync(nothing, '');
      const made = STAGES.map((stage) => ({ stage, ...programs(stage, folder) }));
      const times = new Map<string, number[]>();
      const rounds = runs(11);
      for (let round = 0; round < rounds; round++) {
        if (round % 5 === 0) progress(`round ${round + 1} of ${rounds}`);
        for (const program of [nothing, ...made.flatMap(({ load, call }) => [load, call])]) {
          const taken = times.get(program) ?? [];
          times.set(program, [...taken, await wallTime(program, servers)]);
        }
      }
      const ms = (program: string): number => median(times.get(program) ?? []);
      const bare = ms(nothing);
      return {
        ...Object.fromEntries(
          made.map(({ stage, load }) => [`${stage}, ratio`, { value: ms(load) / bare, unit: 'x' }]),
        ),
        ...Object.fromEntries(
          made.map(({ stage, call }) => [`${stage}, ratio with first call`, { value: ms(call) / bare, unit: 'x' }]),
        ),
        ...Object.fromEntries(
          made.map(({ stage, bytes }) => [`${stage}, bundle`, { value: bytes / 1000, unit: 'KB' }]),
        ),
        'bare node': { value: bare, unit: 'ms' },
      };
    } finally {
      await servers.close();
    }
  },
};

const HINT = { Records: [{ body: JSON.stringify({ workbook: 'load' }) }] };
/** Of a first call: a hint; a tick without a workbook; a wish of somebody who is not known. */
const EVENTS: Readonly<Record<Stage, unknown>> = {
  ingest: HINT,
  rollup: HINT,
  report: HINT,
  dispatch: {},
  'sync-now': {
    version: '2.0',
    rawPath: '/',
    headers: { authorization: 'Bearer a.b.c', 'content-type': 'application/json' },
    requestContext: { http: { method: 'POST' } },
    body: JSON.stringify({ workbook: 'load' }),
    isBase64Encoded: false,
  },
};

/** Two programs: one imports the bundle, the other also calls its handler once. */
function programs(stage: Stage, folder: string): { load: string; call: string; bytes: number } {
  const entry = fileURLToPath(new URL(`../../lambdas/${stage}/handler.ts`, import.meta.url));
  const code = join(bundle({ entry, into: folder }).directory, 'index.js');
  const path = JSON.stringify(code);
  const event = EVENTS[stage];
  const load = join(folder, `load-${stage}.cjs`);
  const call = join(folder, `call-${stage}.cjs`);
  writeFileSync(load, `require(${path});`);
  writeFileSync(
    call,
    `const { handler } = require(${path});
     handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 60_000 }).then(() => process.exit());`,
  );
  return { load, call, bytes: statSync(code).size };
}

/** Named, and never sent to: nothing is registered. */
const QUEUE = { [ENV.ingestQueue]: 'http://127.0.0.1:9/queue' };

/** Milliseconds from start to end of a process. */
async function wallTime(program: string, { env }: Servers): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, [ENV.serviceAccounts]: 'reports@example.com', ...QUEUE },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`A function ended with ${code}; its message stands above.`);
  return performance.now() - started;
}
