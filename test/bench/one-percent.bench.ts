import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Figure, Unit } from './bench.ts';
import { activityRows } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { payloadOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { OnePercentInput, OnePercentOutput, Stage } from './probes/one-percent.ts';

/**
 * 1 % of all rows, scattered, is the budget. Beside it: as many among the rows of the last week, as a team types in a day;
 * and a tenth of them, scattered, which tells what the length of the sheet costs and what each edit does.
 */
const CASES = {
  warm: { edits: STANDARD.rows / 100, among: STANDARD.rows, warm: true },
  cold: { edits: STANDARD.rows / 100, among: STANDARD.rows, warm: false },
  'warm, last week': { edits: STANDARD.rows / 100, among: Math.round(STANDARD.rows / STANDARD.weeks), warm: true },
  'warm, 0.1 %': { edits: STANDARD.rows / 1000, among: STANDARD.rows, warm: true },
} as const;
type Case = keyof typeof CASES;
const NAMES = Object.keys(CASES) as Case[]; // its own keys

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
    const given = { before, description: base.description, asOf: AS_OF, rounds: 5 };
    const inputs = NAMES.map((name): readonly [Case, OnePercentInput] => {
      const { edits, among, warm } = CASES[name];
      return [name, { ...given, after: file(`${edits} of ${among}.json`, withEdits(typed, edits, among)), warm }];
    });
    const measured = new Map<Case, OnePercentOutput[]>(NAMES.map((name) => [name, []]));
    for (let run = 0; run < runs(5); run++) {
      for (const [name, input] of inputs) {
        progress(`process ${run + 1}, ${name}`);
        measured.get(name)?.push(await probe<OnePercentOutput>('one-percent', input, { flags: ['--expose-gc'] }));
      }
    }
    const figuresOf = (name: Case): (readonly [string, Figure])[] => {
      const figure = (of: (one: OnePercentOutput) => number, unit: Unit): Figure => ({
        value: medianOf(measured.get(name) ?? [], of),
        unit,
      });
      return [
        [`ratio, ${name}`, figure(({ totalMs, yardstickMs }) => totalMs / yardstickMs, 'x')],
        [`no decisions, ${name}`, figure(({ floorMs, yardstickMs }) => floorMs / yardstickMs, 'x')],
        [`bytes to plan, ${name}`, figure(({ totalMs }) => totalMs, 'ms')],
        [`JSON.parse, ${name}`, figure(({ yardstickMs }) => yardstickMs, 'ms')],
        ...STAGES.map((stage) => [`${stage}, ${name}`, figure(({ stages }) => stages[stage], 'ms')] as const),
        [`rows changed, ${name}`, figure(({ changedRows }) => changedRows, 'rows')],
        [`items read and made, ${name}`, figure(({ touched }) => touched.items, 'items')],
        [`text in them, ${name}`, figure(({ touched }) => touched.megabytes, 'MB')],
      ];
    };
    return Object.fromEntries(NAMES.flatMap(figuresOf));
  },
};
