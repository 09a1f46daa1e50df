import type { Bench } from './bench.ts';
import { answersOf } from './data/payload.ts';
import { AS_OF, benchWorkbook, STANDARD } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { StagesInput, StagesOutput } from './probes/stages.ts';
import { startServers } from './servers.ts';

export const bench: Bench = {
  name: 'first-load',
  about: 'ingest and rollup of a workbook that was never read, into the embedded DynamoDB',
  budgets: { 'write units per row': 0.5 },

  async run({ runs, probe, progress }) {
    const answers = answersOf(benchWorkbook(STANDARD));
    const stages: Record<'ingest' | 'rollup', StagesOutput[]> = { ingest: [], rollup: [] };
    for (let run = 0; run < runs(3); run++) {
      const servers = await startServers();
      try {
        servers.payloads.serve('load', answers);
        for (const stage of ['ingest', 'rollup'] as const) {
          progress(`process ${run + 1}, ${stage}`);
          const given: StagesInput = { env: servers.env, workbook: 'load', asOf: AS_OF, stages: [stage] };
          stages[stage].push(await probe<StagesOutput>('stages', given));
        }
      } finally {
        await servers.close();
      }
    }
    const units = (stage: 'ingest' | 'rollup'): number =>
      medianOf(stages[stage], ({ counts }) => counts['dynamodb.writeUnits'] ?? 0);
    const seconds = (stage: 'ingest' | 'rollup'): number => medianOf(stages[stage], (one) => one.seconds);
    return {
      'write units per row': { value: (units('ingest') + units('rollup')) / STANDARD.rows, unit: 'units/row' },
      'of ingest': { value: units('ingest') / STANDARD.rows, unit: 'units/row' },
      'of rollup': { value: units('rollup') / STANDARD.rows, unit: 'units/row' },
      ingest: { value: seconds('ingest'), unit: 's' },
      rollup: { value: seconds('rollup'), unit: 's' },
    };
  },
};
