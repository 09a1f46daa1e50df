import type { Bench } from './bench.ts';
import { medianOf } from './median.ts';
import type { XlsxExportInput, XlsxExportOutput } from './probes/xlsx-export.ts';

const MILLION = 1_000_000;
const SIZES = { '13,000 rows': 13_000, '100,000 rows': 100_000, 'a million cells': 160_000 };

export const bench: Bench = {
  name: 'xlsx-export',
  about: 'the local Sheets server writing an activity log of 12 columns as .xlsx, each size in a process of its own',
  // No yardstick, only a promise: nobody waits long for a download.
  budgets: { 'a million cells': 15 },

  async run({ runs, probe, progress }) {
    const figures: Record<string, { value: number; unit: 's' | 'MB' | 'x' }> = {};
    for (const [name, rows] of Object.entries(SIZES)) {
      const measured: XlsxExportOutput[] = [];
      for (let run = 0; run < runs(3); run++) {
        progress(`${name}, process ${run + 1}`);
        const given: XlsxExportInput = { rows };
        measured.push(await probe<XlsxExportOutput>('xlsx-export', given, { flags: ['--expose-gc'] }));
      }
      figures[name] = { value: medianOf(measured, ({ ms }) => ms / 1000), unit: 's' };
      figures[`${name}, file`] = { value: medianOf(measured, ({ bytes }) => bytes / 1e6), unit: 'MB' };
      figures[`${name}, peak memory`] = { value: medianOf(measured, ({ peakMb }) => peakMb), unit: 'MB' };
      figures['cells of the largest, in millions'] = {
        value: medianOf(measured, ({ cells }) => cells) / MILLION,
        unit: 'x',
      };
    }
    return figures;
  },
};
