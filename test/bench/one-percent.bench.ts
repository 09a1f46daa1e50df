import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Figure, Unit } from './bench.ts';
import { activityRows } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { payloadOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { OnePercentInput, OnePercentOutput, Stage } from './probes/one-percent.ts';

const STAGES: readonly Stage[] = ['scan', 'read rows', 'quality', 'tree', 'diff', 'rollup', 'check'];

export const bench: Bench = {
  name: 'one-percent',
  about:
    'bytes to rollup plan when 1 % of the rows were edited, without the store, against JSON.parse of the same bytes',
  budgets: { 'ratio, warm': 1.8, 'ratio, cold': 1.8 },

  async run({ runs, probe, folder, progress }) {
    const base = workbookOf(activityRows(STANDARD), STANDARD.reps);
    const [header = [], ...typed] = base.tabs.Activity ?? [];
    const edited = { ...base, tabs: { ...base.tabs, Activity: [header, ...withEdits(typed, STANDARD.rows / 100)] } };
    const files = { before: join(folder, 'before.json'), after: join(folder, 'after.json') };
    writeFileSync(files.before, payloadOf(base));
    writeFileSync(files.after, payloadOf(edited));
    const given = { ...files, description: base.description, asOf: AS_OF, rounds: 5 };
    const measured: Record<'warm' | 'cold', OnePercentOutput[]> = { warm: [], cold: [] };
    for (let run = 0; run < runs(5); run++) {
      for (const how of ['warm', 'cold'] as const) {
        progress(`process ${run + 1}, ${how}`);
        const input: OnePercentInput = { ...given, warm: how === 'warm' };
        measured[how].push(await probe<OnePercentOutput>('one-percent', input, { flags: ['--expose-gc'] }));
      }
    }
    const figuresOf = (how: 'warm' | 'cold') => {
      const figure = (of: (one: OnePercentOutput) => number, unit: Unit): Figure => ({
        value: medianOf(measured[how], of),
        unit,
      });
      return Object.fromEntries([
        [`ratio, ${how}`, figure(({ totalMs, yardstickMs }) => totalMs / yardstickMs, 'x')],
        [`bytes to plan, ${how}`, figure(({ totalMs }) => totalMs, 'ms')],
        [`JSON.parse, ${how}`, figure(({ yardstickMs }) => yardstickMs, 'ms')],
        ...STAGES.map((stage) => [`${stage}, ${how}`, figure(({ stages }) => stages[stage], 'ms')] as const),
        [`rows changed, ${how}`, figure(({ changedRows }) => changedRows, 'rows')],
      ]);
    };
    return { ...figuresOf('warm'), ...figuresOf('cold') };
  },
};
