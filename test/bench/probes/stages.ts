import type { AsOf } from '../../../lambdas/domain/days/as-of.ts';
import { ingest } from '../../../lambdas/ingest/ingest.ts';
import { rollup } from '../../../lambdas/rollup/rollup.ts';
import { compose } from '../../../lambdas/runtime/compose.ts';
import type { Environment } from '../../../lambdas/runtime/config.ts';
import { type Counts, counting } from './counts.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { input, reply } from './talk.ts';

export interface StagesInput {
  readonly env: Environment;
  readonly workbook: string;
  readonly asOf: AsOf;
  readonly stages: readonly ('ingest' | 'rollup')[];
  /** Another ingest goes before it that nobody measures: what is measured is a warm function. */
  readonly warm?: boolean;
}

export interface StagesOutput {
  /** Of ingest; `changed` when the source moved. */
  readonly status: string | undefined;
  readonly seconds: number;
  /** All threads of the process together, without loading its code. */
  readonly processorSeconds: number;
  readonly counts: Counts;
  /** Of the whole process, its code included. */
  readonly peakMb: number;
}

const { env, workbook, asOf, stages, warm } = input<StagesInput>();
const { meter, counts } = counting();
const composed = compose(env, { meter });
async function measured(): Promise<StagesOutput> {
  if (warm) await ingest(compose(env), { workbook, asOf });
  const started = performance.now();
  const processor = process.cpuUsage();
  const read = stages.includes('ingest') ? await ingest(composed, { workbook, asOf }) : undefined;
  if (stages.includes('rollup')) await rollup(composed, { workbook, asOf });
  const { user, system } = process.cpuUsage(processor);
  return {
    status: read?.status,
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (user + system) / 1e6,
    counts,
    peakMb: peakMemoryMb(),
  };
}

void measured().then(reply);
