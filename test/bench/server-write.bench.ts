import { join } from 'node:path';
import { startSheetsServer } from '../../local/sheets-server/start.ts';
import type { Bench } from './bench.ts';
import { gridFile } from './data/grid.ts';
import { STANDARD } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { ServerWriteInput, ServerWriteOutput } from './probes/server-write.ts';

export const bench: Bench = {
  name: 'server-write',
  about:
    'a batchUpdate of 10,000 cells with values and formats in 100,000 rows of the local Sheets server, which keeps it on disk',

  async run({ runs, probe, folder, progress }) {
    const measured: ServerWriteOutput[] = [];
    for (let run = 0; run < runs(3); run++) {
      progress(`process ${run + 1}`);
      // A journal of its own for each, so that none is folded into a snapshot under the clock.
      const server = await startSheetsServer({ dataDir: join(folder, `server-write-${run}`) });
      try {
        const id = server.addWorkbook(gridFile('server-write', STANDARD));
        const address = `${server.url}v4/spreadsheets/${id}:batchUpdate`;
        const given: ServerWriteInput = { address, rows: 1000, columns: 10, rounds: 5 };
        measured.push(await probe<ServerWriteOutput>('server-write', given, { flags: ['--expose-gc'] }));
      } finally {
        await server.close();
      }
    }
    return {
      first: { value: medianOf(measured, ({ firstMs }) => firstMs), unit: 'ms' },
      later: { value: medianOf(measured, ({ laterMs }) => laterMs), unit: 'ms' },
      'JSON.parse of the request': { value: medianOf(measured, ({ yardstickMs }) => yardstickMs), unit: 'ms' },
      ratio: { value: medianOf(measured, ({ laterMs, yardstickMs }) => laterMs / yardstickMs), unit: 'x' },
      request: { value: medianOf(measured, ({ bytes }) => bytes / 1e6), unit: 'MB' },
    };
  },
};
