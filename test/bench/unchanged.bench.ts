import { INGEST_NODE_OPTIONS } from '../../lambdas/contract.ts';
import type { Bench } from './bench.ts';
import { answersOf } from './data/payload.ts';
import { AS_OF, benchWorkbook, STANDARD } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { StagesInput } from './probes/stages.ts';
import type { UnchangedInput, UnchangedOutput } from './probes/unchanged.ts';
import { startServers } from './servers.ts';

export const bench: Bench = {
  name: 'unchanged',
  about: 'ingest of unchanged rows, from request to decision, against fetch + JSON.parse of the same payload',
  budgets: { ratio: 0.8, 'write units': 0, 'read units': 2 },

  async run({ runs, probe, progress }) {
    const servers = await startServers();
    try {
      const workbook = 'unchanged';
      const answers = answersOf(benchWorkbook(STANDARD));
      servers.payloads.serve(workbook, answers);
      progress('first load');
      const load: StagesInput = { env: servers.env, workbook, asOf: AS_OF, stages: ['ingest'] };
      await probe('stages', load);

      const given: UnchangedInput = {
        env: servers.env,
        workbook,
        asOf: AS_OF,
        address: servers.payloads.readAddress(workbook),
        rounds: 5,
      };
      const measured: UnchangedOutput[] = [];
      for (let run = 0; run < runs(5); run++) {
        progress(`process ${run + 1}`);
        measured.push(
          await probe<UnchangedOutput>('unchanged', given, { flags: ['--expose-gc', ...INGEST_NODE_OPTIONS] }),
        );
      }
      const most = (figure: 'dynamodb.writeUnits' | 'dynamodb.readUnits'): number =>
        Math.max(...measured.map(({ counts }) => counts[figure] ?? 0));
      return {
        ratio: { value: medianOf(measured, ({ ingestMs, yardstickMs }) => ingestMs / yardstickMs), unit: 'x' },
        ingest: { value: medianOf(measured, ({ ingestMs }) => ingestMs), unit: 'ms' },
        'fetch + JSON.parse': { value: medianOf(measured, ({ yardstickMs }) => yardstickMs), unit: 'ms' },
        payload: { value: answers.payload.length / 1e6, unit: 'MB' },
        'write units': { value: most('dynamodb.writeUnits'), unit: 'units' },
        'read units': { value: most('dynamodb.readUnits'), unit: 'units' },
      };
    } finally {
      await servers.close();
    }
  },
};
