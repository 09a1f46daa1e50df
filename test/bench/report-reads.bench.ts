import type { Bench, BenchContext } from './bench.ts';
import { activityRows, type LogSize } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { answersOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import type { ReportReadsInput, ReportReadsOutput } from './probes/report-reads.ts';
import type { StagesInput } from './probes/stages.ts';
import { startServers } from './servers.ts';

/** As many rows a week, over two years and over four. */
const TWO_YEARS: LogSize = { rows: 20_000, reps: 20, weeks: 104 };
const FOUR_YEARS: LogSize = { rows: 40_000, reps: 20, weeks: 208 };

/** What Trend shows, and how far back distributions are learned. */
const WEEKS_SHOWN = 13;
const WEEKS_LEARNED = 104;

export const bench: Bench = {
  name: 'report-reads',
  about: 'read units of a report after an edit, by what it reads, against reps x weeks shown + open deals + cohorts',
  budgets: {
    'units for each of what it shows': 1,
    'for each open deal': 0.5,
    'all but deals, 208 weeks against 104': 1.3,
  },

  async run(at) {
    const usual = await reads(at, STANDARD);
    const two = await reads(at, TWO_YEARS);
    const four = await reads(at, FOUR_YEARS);
    const shown = STANDARD.reps * WEEKS_SHOWN + usual.openDeals + WEEKS_LEARNED;
    const of = ({ areas }: ReportReadsOutput, area: string): number => areas[area]?.units ?? 0;
    const butDeals = (one: ReportReadsOutput): number => one.units - of(one, 'deals');
    return {
      'units for each of what it shows': { value: usual.units / shown, unit: 'units' },
      'for each open deal': { value: of(usual, 'deals') / usual.openDeals, unit: 'units' },
      'all but deals, 208 weeks against 104': { value: butDeals(four) / butDeals(two), unit: 'x' },
      'read units': { value: usual.units, unit: 'units' },
      'of it open deals': { value: of(usual, 'deals'), unit: 'units' },
      'of it first-seen times': { value: of(usual, 'seen'), unit: 'units' },
      'of it weeks and cohorts': { value: of(usual, 'week') + of(usual, 'decided'), unit: 'units' },
      'of it all else': {
        value: butDeals(usual) - of(usual, 'seen') - of(usual, 'week') - of(usual, 'decided'),
        unit: 'units',
      },
      requests: { value: usual.requests, unit: 'calls' },
      'all but deals, 104 weeks': { value: butDeals(two), unit: 'units' },
      'all but deals, 208 weeks': { value: butDeals(four), unit: 'units' },
      'open deals, 208 weeks against 104': { value: four.openDeals / two.openDeals, unit: 'x' },
    };
  },
};

/** A first load with its report, some edits of the last days, and what the report after them reads. */
async function reads({ probe, progress }: BenchContext, size: LogSize): Promise<ReportReadsOutput> {
  const servers = await startServers();
  try {
    const workbook = 'reads';
    const at: ReportReadsInput = { env: servers.env, workbook, asOf: AS_OF };
    const both: StagesInput = { ...at, stages: ['ingest', 'rollup'] };
    const base = workbookOf(activityRows(size), size.reps);
    servers.payloads.serve(workbook, answersOf(base));
    progress(`first load of ${size.rows} rows over ${size.weeks} weeks, and its report`);
    await probe('stages', both);
    await probe('report-reads', at);

    const [header = [], ...typed] = base.tabs.Activity ?? [];
    const edited = { ...base, tabs: { ...base.tabs, Activity: [header, ...withEdits(typed, 100, 1000)] } };
    servers.payloads.serve(workbook, answersOf(edited));
    progress('100 edits of the last 1,000 rows');
    await probe('stages', both);
    const read = await probe<ReportReadsOutput>('report-reads', at);
    if (read.status !== 'published') throw new Error(`the report after the edits is ${read.status}`);
    return read;
  } finally {
    await servers.close();
  }
}
