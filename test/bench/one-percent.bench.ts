import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { activityRows } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { payloadOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { OnePercentInput, OnePercentOutput, Stage } from './probes/one-percent.ts';

const STAGES: readonly Stage[] = ['parse', 'read rows', 'quality', 'tree', 'diff', 'rollup', 'check'];

export const bench: Bench = {
  name: 'one-percent',
  about:
    'bytes to rollup plan when 1 % of the rows were edited, without the store, against JSON.parse of the same bytes',
  budgets: { ratio: 1.8 },

  async run({ runs, probe, folder, progress }) {
    const base = workbookOf(activityRows(STANDARD), STANDARD.reps);
    const [header = [], ...typed] = base.tabs.Activity ?? [];
    const edited = { ...base, tabs: { ...base.tabs, Activity: [header, ...withEdits(typed, STANDARD.rows / 100)] } };
    const files = { before: join(folder, 'before.json'), after: join(folder, 'after.json') };
    writeFileSync(files.before, payloadOf(base));
    writeFileSync(files.after, payloadOf(edited));
    const given: OnePercentInput = { ...files, description: base.description, asOf: AS_OF, rounds: 5 };
    const measured: OnePercentOutput[] = [];
    for (let run = 0; run < runs(5); run++) {
      progress(`process ${run + 1}`);
      measured.push(await probe<OnePercentOutput>('one-percent', given, { flags: ['--expose-gc'] }));
    }
    const stages = STAGES.map(
      (stage) => [stage, { value: medianOf(measured, ({ stages: all }) => all[stage]), unit: 'ms' }] as const,
    );
    return {
      ratio: { value: medianOf(measured, ({ totalMs, yardstickMs }) => totalMs / yardstickMs), unit: 'x' },
      'bytes to plan': { value: medianOf(measured, ({ totalMs }) => totalMs), unit: 'ms' },
      'JSON.parse': { value: medianOf(measured, ({ yardstickMs }) => yardstickMs), unit: 'ms' },
      'rows changed': { value: medianOf(measured, ({ changedRows }) => changedRows), unit: 'rows' },
      ...Object.fromEntries(stages),
    };
  },
};
