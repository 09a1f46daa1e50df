import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import type { Bench } from './bench.ts';
import { repName } from './data/names.ts';
import { settingsTabs } from './data/settings-tabs.ts';
import { STANDARD } from './data/workbook.ts';
import { activityCsv } from './latency/activity-csv.ts';
import { startDemo } from './latency/demo-process.ts';
import { latencyFigures } from './latency/latency-figures.ts';
import { measureTyping } from './latency/measure-typing.ts';
import { sheetAt } from './latency/sheet.ts';

const TYPINGS = 100;
const WITHIN_MS = 120_000;
const REPS = 8;

export const bench: Bench = {
  name: 'latency-large',
  about: `the same as latency on a log of ${STANDARD.rows.toLocaleString('en')} rows, ${REPS} of its reps typing ${TYPINGS} rows and edits in ${WITHIN_MS / 1000} s`,
  onlyByName: true,

  async run({ folder, progress }) {
    const file = join(folder, 'large.csv');
    writeFileSync(file, activityCsv(STANDARD, asOfInstant(Date.now(), 'UTC').day));
    progress('first load');
    const demo = await startDemo(join(folder, 'latency-large'), [file, '--time-zone', 'UTC']);
    try {
      const sheet = sheetAt(demo.url);
      const { Team = [], Settings = [] } = settingsTabs(STANDARD.reps);
      await sheet.addTab('Team', Team);
      await sheet.addTab('Settings', Settings);
      progress(`the first report is there; ${TYPINGS} times something is typed`);
      const reps = Array.from({ length: REPS }, (_, index) => repName(index));
      return latencyFigures(await measureTyping(sheet, demo, { reps, typings: TYPINGS, within: WITHIN_MS }));
    } finally {
      await demo.close();
    }
  },
};
