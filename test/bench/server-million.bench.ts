import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { medianOf } from './median.ts';
import type { FillOutput, ServerMillionInput, UseOutput } from './probes/server-million.ts';

const MILLION = 1_000_000;

export const bench: Bench = {
  name: 'server-million',
  about:
    'the local Sheets server, in a process of its own, with a workbook of a million filled cells in its data folder',
  // No yardstick, only a promise: a large workbook opens in seconds.
  budgets: { load: 10 },

  async run({ runs, probe, folder, progress }) {
    const dataDir = join(folder, 'server-million');
    progress('filling the data folder');
    const fill: ServerMillionInput = { dataDir };
    const { cells } = await probe<FillOutput>('server-million', fill);
    if (cells < MILLION) throw new Error(`the workbook has ${cells} cells, and is to have ${MILLION}: raise its rows`);
    const measured: UseOutput[] = [];
    for (let run = 0; run < runs(3); run++) {
      progress(`process ${run + 1}`);
      const use: ServerMillionInput = { dataDir, note: `Rang back in process ${run}` };
      const one = await probe<UseOutput>('server-million', use);
      const saved = `Rang back in process ${run - 1}`;
      if (run > 0 && one.found !== saved) throw new Error(`the cell holds "${one.found}", and "${saved}" was saved`);
      measured.push(one);
    }
    return {
      load: { value: medianOf(measured, ({ loadMs }) => loadMs / 1000), unit: 's' },
      'read of a row': { value: medianOf(measured, ({ readMs }) => readMs / 1000), unit: 's' },
      'one cell saved': { value: medianOf(measured, ({ saveMs }) => saveMs / 1000), unit: 's' },
      'close, with snapshot': { value: medianOf(measured, ({ closeMs }) => closeMs / 1000), unit: 's' },
      'peak memory, loaded': { value: medianOf(measured, ({ loadedMb }) => loadedMb), unit: 'MB' },
      'peak memory, closed': { value: medianOf(measured, ({ peakMb }) => peakMb), unit: 'MB' },
      'cells, in millions': { value: cells / MILLION, unit: 'x' },
    };
  },
};
