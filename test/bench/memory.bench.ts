import { INGEST_NODE_OPTIONS } from '../../lambdas/contract.ts';
import type { Bench, BenchContext } from './bench.ts';
import { activityRows, type LogSize } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { answersOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import { medianOf } from './median.ts';
import type { StagesInput, StagesOutput } from './probes/stages.ts';
import { startServers } from './servers.ts';

/** As many rows a week, over four years. */
const LARGE: LogSize = { rows: 800_000, reps: STANDARD.reps, weeks: 208 };

export const bench: Bench = {
  name: 'memory',
  about: 'peak resident memory of a process that ingests once; the servers are in another',
  budgets: {
    'changed, 100,000 rows': 220,
    'first load, 100,000 rows': 220,
    'changed, 800,000 rows': 700,
    'first load, 800,000 rows': 700,
  },

  async run(at) {
    const usual = await peaks(at, STANDARD, at.runs(5));
    const large = await peaks(at, LARGE, at.runs(3));
    return {
      'changed, 100,000 rows': { value: usual.changed, unit: 'MB' },
      'first load, 100,000 rows': { value: usual.load, unit: 'MB' },
      'unchanged, 100,000 rows': { value: usual.unchanged, unit: 'MB' },
      'changed, 800,000 rows': { value: large.changed, unit: 'MB' },
      'first load, 800,000 rows': { value: large.load, unit: 'MB' },
      'unchanged, 800,000 rows': { value: large.unchanged, unit: 'MB' },
      'payload, 800,000 rows': { value: large.payload, unit: 'MB' },
    };
  },
};

type Peaks = Readonly<Record<'load' | 'changed' | 'unchanged' | 'payload', number>>;

async function peaks({ probe, progress }: BenchContext, size: LogSize, runs: number): Promise<Peaks> {
  const { plain, edited } = bothAnswers(size);
  const measured: Peaks[] = [];
  for (let run = 0; run < runs; run++) {
    const servers = await startServers();
    try {
      const given: StagesInput = { env: servers.env, workbook: 'memory', asOf: AS_OF, stages: ['ingest'] };
      const ingest = async (expected: string): Promise<number> => {
        progress(`${size.rows} rows, ${expected}, process ${run + 1}`);
        const { status, peakMb } = await probe<StagesOutput>('stages', given, { flags: INGEST_NODE_OPTIONS });
        if (status !== expected) throw new Error(`ingest says ${status}, and ${expected} was expected`);
        return peakMb;
      };
      servers.payloads.serve('memory', plain);
      const load = await ingest('changed');
      const unchanged = await ingest('unchanged');
      servers.payloads.serve('memory', edited);
      measured.push({ load, unchanged, changed: await ingest('changed'), payload: plain.payload.length / 1e6 });
    } finally {
      await servers.close();
    }
  }
  const of = (peak: keyof Peaks): number => medianOf(measured, (one) => one[peak]);
  return { load: of('load'), changed: of('changed'), unchanged: of('unchanged'), payload: of('payload') };
}

/** In a function of its own, so that the rows are forgotten before anything is measured. */
function bothAnswers(size: LogSize) {
  const base = workbookOf(activityRows(size), size.reps);
  const [header = [], ...typed] = base.tabs.Activity ?? [];
  const tabs = { ...base.tabs, Activity: [header, ...withEdits(typed, size.rows / 100)] };
  return { plain: answersOf(base), edited: answersOf({ ...base, tabs }) };
}
