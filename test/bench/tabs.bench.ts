import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { payloadOf } from './data/payload.ts';
import { AS_OF, benchWorkbook } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { LayoutInput, LayoutOutput } from './probes/layout.ts';

export const bench: Bench = {
  name: 'tabs',
  about:
    'reckoning the figures of 50 reps and 26 weeks, beside the targets, forecasts and agendas that earlier reports decided; laying out every report tab from them; deciding; and the one batchUpdate that publishes the tabs first',
  budgets: { 'first layout': 150, batch: 2 },

  async run({ runs, probe, folder, progress }) {
    const workbook = benchWorkbook({ rows: 60_000, reps: 50, weeks: 26 });
    const payload = join(folder, 'tabs.json');
    writeFileSync(payload, payloadOf(workbook));
    const given: LayoutInput = {
      payload,
      description: workbook.description,
      asOf: AS_OF,
      facts: join(folder, 'facts.json'),
    };
    progress('deciding');
    const { decidedMs = 0 } = await probe<LayoutOutput>('layout', given, { flags: ['--expose-gc'] });
    const measured: LayoutOutput[] = [];
    for (let run = 0; run < runs(5); run++) {
      progress(`process ${run + 1}`);
      measured.push(await probe<LayoutOutput>('layout', given, { flags: ['--expose-gc'] }));
    }
    return {
      'first layout': { value: medianOf(measured, ({ first }) => first.laidOut), unit: 'ms' },
      'figures before it': { value: medianOf(measured, ({ first }) => first.reckoned), unit: 'ms' },
      'first, both': { value: medianOf(measured, ({ first }) => first.reckoned + first.laidOut), unit: 'ms' },
      'later layouts': { value: medianOf(measured, ({ later }) => later.laidOut), unit: 'ms' },
      'figures before them': { value: medianOf(measured, ({ later }) => later.reckoned), unit: 'ms' },
      decisions: { value: decidedMs, unit: 'ms' },
      batch: { value: medianOf(measured, ({ batchBytes }) => batchBytes / 1e6), unit: 'MB' },
      tabs: { value: medianOf(measured, ({ tabs }) => tabs), unit: 'tabs' },
    };
  },
};
