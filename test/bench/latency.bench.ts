import { join } from 'node:path';
import { ROSTER } from '../../local/sample/roster.ts';
import type { Bench } from './bench.ts';
import { startDemo } from './latency/demo-process.ts';
import { latencyFigures } from './latency/latency-figures.ts';
import { measureTyping } from './latency/measure-typing.ts';
import { sheetAt } from './latency/sheet.ts';

/** Eight reps type far more than a team does: a row or an edit every 0.6 seconds. */
const TYPINGS = 200;
const WITHIN_MS = 120_000;

export const bench: Bench = {
  name: 'latency',
  about: `from typing to the changed tab Week: the local service on the sample workbook, 8 reps typing ${TYPINGS} rows and edits in ${WITHIN_MS / 1000} s`,
  budgets: { 'typed to shown, p95': 2 },

  async run({ folder, runs, progress }) {
    const demo = await startDemo(join(folder, 'latency'));
    try {
      const share = runs(4) / 4;
      progress(`the first report is there; ${TYPINGS * share} times something is typed`);
      const crowd = { reps: ROSTER.map(({ name }) => name), typings: TYPINGS * share, within: WITHIN_MS * share };
      return latencyFigures(await measureTyping(sheetAt(demo.url), demo, crowd));
    } finally {
      await demo.close();
    }
  },
};
