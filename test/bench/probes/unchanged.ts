import type { AsOf } from '../../../lambdas/domain/days/as-of.ts';
import { ingest } from '../../../lambdas/ingest/ingest.ts';
import { compose } from '../../../lambdas/runtime/compose.ts';
import type { Environment } from '../../../lambdas/runtime/config.ts';
import { median } from '../median.ts';
import { type Counts, counting } from './counts.ts';
import { input, reply, timed } from './talk.ts';

export interface UnchangedInput {
  readonly env: Environment;
  readonly workbook: string;
  readonly asOf: AsOf;
  /** Where the same bytes are to be had. */
  readonly address: string;
  readonly rounds: number;
}

export interface UnchangedOutput {
  readonly ingestMs: number;
  readonly yardstickMs: number;
  /** Of one ingest. */
  readonly counts: Counts;
}

const { env, workbook, asOf, address, rounds } = input<UnchangedInput>();

async function unchanged(): Promise<Counts> {
  const { meter, counts } = counting();
  const { status } = await ingest(compose(env, { meter }), { workbook, asOf });
  if (status !== 'unchanged') throw new Error(`the workbook is ${status}, and should be unchanged`);
  return counts;
}

async function readAndParse(): Promise<void> {
  const answer = await fetch(address, { method: 'POST', body: '{}' });
  JSON.parse(await answer.text());
}

async function measured(): Promise<UnchangedOutput> {
  // The first of each loads clients and code: that is the bench of loading.
  const counts = await unchanged();
  await readAndParse();
  const times: { ingest: number[]; yardstick: number[] } = { ingest: [], yardstick: [] };
  for (let round = 0; round < rounds; round++) {
    times.ingest.push(await timed(unchanged));
    times.yardstick.push(await timed(readAndParse));
  }
  return { ingestMs: median(times.ingest), yardstickMs: median(times.yardstick), counts };
}

void measured().then(reply);
