import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INGEST_NODE_OPTIONS } from '../../lambdas/contract.ts';
import type { Bench, Figure, Unit } from './bench.ts';
import { activityRows } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { payloadOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { OnePercentInput, OnePercentOutput, Stage } from './probes/one-percent.ts';

const ONE_PERCENT = STANDARD.rows / 100;

/** So many edits among so many of the last rows. */
const EDITS = {
  scattered: [ONE_PERCENT, STANDARD.rows],
  'last week': [ONE_PERCENT, Math.round(STANDARD.rows / STANDARD.weeks)],
  few: [ONE_PERCENT / 10, STANDARD.rows],
} as const;

/**
 * 1 % of all rows, scattered, is the budget, in processes as the ingest function is: `JSON.parse` and we have the young
 * generation that it has. Beside it: the same where V8 has as much as it likes, so that what `JSON.parse` makes is never
 * looked at again; as many edits among the rows of the last week, as a team types in a day; and a tenth of them,
 * scattered, which tells what the length of the sheet costs and what each edit does.
 */
const CASES = {
  warm: { edits: 'scattered', warm: true, flags: INGEST_NODE_OPTIONS },
  cold: { edits: 'scattered', warm: false, flags: INGEST_NODE_OPTIONS },
  'warm, much memory': { edits: 'scattered', warm: true, flags: [] },
  'cold, much memory': { edits: 'scattered', warm: false, flags: [] },
  'warm, last week': { edits: 'last week', warm: true, flags: INGEST_NODE_OPTIONS },
  'warm, 0.1 %': { edits: 'few', warm: true, flags: INGEST_NODE_OPTIONS },
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
    const after = Object.fromEntries(
      Object.entries(EDITS).map(([name, [edits, among]]) => [
        name,
        file(`${name}.json`, withEdits(typed, edits, among)),
      ]),
    ) as Record<keyof typeof EDITS, string>; // its own keys
    const inputs = NAMES.map((name): readonly [Case, OnePercentInput] => {
      const { edits, warm } = CASES[name];
      return [name, { ...given, after: after[edits], warm }];
    });
    const measured = new Map<Case, OnePercentOutput[]>(NAMES.map((name) => [name, []]));
    for (let run = 0; run < runs(5); run++) {
      for (const [name, input] of inputs) {
        progress(`process ${run + 1}, ${name}`);
        const flags = ['--expose-gc', ...CASES[name].flags];
        measured.get(name)?.push(await probe<OnePercentOutput>('one-percent', input, { flags }));
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
