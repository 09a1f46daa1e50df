import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Figure, Unit } from './bench.ts';
import { activityRows } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { payloadOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { OnePercentInput, OnePercentOutput, Stage } from './probes/one-percent.ts';

/** A tenth of the edits tells what the length of the sheet costs, and what each edit does. */
const HOW = ['warm', 'cold', 'warm, 0.1 %'] as const;
type How = (typeof HOW)[number];

const STAGES: readonly Stage[] = ['scan', 'read rows', 'quality', 'tree', 'diff', 'rollup', 'check'];

export const bench: Bench = {
  name: 'one-percent',
  about:
    'bytes to rollup plan when 1 % of the rows were edited, without the store, against JSON.parse of the same bytes',
  budgets: { 'ratio, warm': 1.8, 'ratio, cold': 1.8 },

  async run({ runs, probe, folder, progress }) {
    const base = workbookOf(activityRows(STANDARD), STANDARD.reps);
    const [header = [], ...typed] = base.tabs.Activity ?? [];
    const file = (name: string, rows: typeof typed): string => {
      const path = join(folder, name);
      writeFileSync(path, payloadOf({ ...base, tabs: { ...base.tabs, Activity: [header, ...rows] } }));
      return path;
    };
    const before = file('before.json', typed);
    const after = file('one-percent.json', withEdits(typed, STANDARD.rows / 100));
    const afterFew = file('few.json', withEdits(typed, STANDARD.rows / 1000));
    const given = { before, description: base.description, asOf: AS_OF, rounds: 5 };
    const inputs: Readonly<Record<How, OnePercentInput>> = {
      warm: { ...given, after, warm: true },
      cold: { ...given, after, warm: false },
      'warm, 0.1 %': { ...given, after: afterFew, warm: true },
    };
    const measured: Record<How, OnePercentOutput[]> = { warm: [], cold: [], 'warm, 0.1 %': [] };
    for (let run = 0; run < runs(5); run++) {
      for (const how of HOW) {
        progress(`process ${run + 1}, ${how}`);
        measured[how].push(await probe<OnePercentOutput>('one-percent', inputs[how], { flags: ['--expose-gc'] }));
      }
    }
    const figuresOf = (how: How): (readonly [string, Figure])[] => {
      const figure = (of: (one: OnePercentOutput) => number, unit: Unit): Figure => ({
        value: medianOf(measured[how], of),
        unit,
      });
      return [
        [`ratio, ${how}`, figure(({ totalMs, yardstickMs }) => totalMs / yardstickMs, 'x')],
        [`bytes to plan, ${how}`, figure(({ totalMs }) => totalMs, 'ms')],
        [`JSON.parse, ${how}`, figure(({ yardstickMs }) => yardstickMs, 'ms')],
        ...STAGES.map((stage) => [`${stage}, ${how}`, figure(({ stages }) => stages[stage], 'ms')] as const),
        [`rows changed, ${how}`, figure(({ changedRows }) => changedRows, 'rows')],
        [`items read and made, ${how}`, figure(({ touched }) => touched.items, 'items')],
        [`text in them, ${how}`, figure(({ touched }) => touched.megabytes, 'MB')],
      ];
    };
    return Object.fromEntries(HOW.flatMap(figuresOf));
  },
};
