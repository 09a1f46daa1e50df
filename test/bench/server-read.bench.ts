import { startSheetsServer } from '../../local/sheets-server/start.ts';
import type { Bench } from './bench.ts';
import { gridFile } from './data/grid.ts';
import { STANDARD } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { ReadTimes, Rendering, ServerReadInput, ServerReadOutput } from './probes/server-read.ts';

export const bench: Bench = {
  name: 'server-read',
  about: 'values.get of 100,000 rows x 12 columns from the local Sheets server, against JSON.parse of the same bytes',

  async run({ runs, probe, progress }) {
    const server = await startSheetsServer();
    try {
      const id = server.addWorkbook(gridFile('server-read', STANDARD));
      const given: ServerReadInput = {
        address: `${server.url}v4/spreadsheets/${id}/values/Activity!A1:L${STANDARD.rows}`,
        rows: STANDARD.rows,
        rounds: 5,
      };
      const measured: ServerReadOutput[] = [];
      for (let run = 0; run < runs(3); run++) {
        progress(`process ${run + 1}`);
        measured.push(await probe<ServerReadOutput>('server-read', given, { flags: ['--expose-gc'] }));
      }
      const of = (rendering: Rendering, take: (times: ReadTimes) => number) =>
        medianOf(measured, (one) => take(one[rendering]));
      const figures = (name: string, rendering: Rendering) => ({
        [name]: { value: of(rendering, ({ readMs }) => readMs / 1000), unit: 's' as const },
        [`${name}, JSON.parse`]: { value: of(rendering, ({ yardstickMs }) => yardstickMs / 1000), unit: 's' as const },
        [`${name}, ratio`]: {
          value: of(rendering, ({ readMs, yardstickMs }) => readMs / yardstickMs),
          unit: 'x' as const,
        },
        [`${name}, payload`]: { value: of(rendering, ({ bytes }) => bytes / 1e6), unit: 'MB' as const },
      });
      return { ...figures('unformatted', 'UNFORMATTED_VALUE'), ...figures('formatted', 'FORMATTED_VALUE') };
    } finally {
      await server.close();
    }
  },
};
