import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { Bench, BenchContext } from './bench.ts';
import { activityRows } from './data/activity-rows.ts';
import { withEdits } from './data/edits.ts';
import { answersOf } from './data/payload.ts';
import { AS_OF, STANDARD, workbookOf } from './data/workbook.ts';
import type { StagesInput, StagesOutput } from './probes/stages.ts';
import { startServers } from './servers.ts';
import { changedKb, dumpTable } from './table-dump.ts';

const CHANGED_ROWS = 1000;

export const bench: Bench = {
  name: 'changed-run',
  about: `write units of ingest and rollup after ${CHANGED_ROWS} edits, against KB of the items that differ in the table`,
  budgets: {
    'units per KB, 50,000 rows': 1.3,
    'units per KB, 100,000 rows': 1.3,
    'units, 100,000 against 50,000 rows': 1.2,
  },

  async run(at) {
    // The longer sheet goes back further; both end with the same rows, and those are edited.
    const rows = activityRows(STANDARD);
    const short = rows.length / 2;
    const less = await changedRun(at, rows.slice(short), short);
    const more = await changedRun(at, rows, short);
    return {
      'units per KB, 50,000 rows': { value: less.units / less.kb, unit: 'x' },
      'units per KB, 100,000 rows': { value: more.units / more.kb, unit: 'x' },
      'units, 100,000 against 50,000 rows': { value: more.units / less.units, unit: 'x' },
      'write units, 50,000 rows': { value: less.units, unit: 'units' },
      'write units, 100,000 rows': { value: more.units, unit: 'units' },
      'changed items, 100,000 rows': { value: more.kb, unit: 'KB' },
      'read units, 100,000 rows': { value: more.readUnits, unit: 'units' },
      'seconds, 100,000 rows': { value: more.seconds, unit: 's' },
    };
  },
};

interface Cost {
  readonly units: number;
  readonly kb: number;
  readonly readUnits: number;
  readonly seconds: number;
}

async function changedRun({ probe, progress }: BenchContext, rows: Cell[][], among: number): Promise<Cost> {
  const servers = await startServers();
  try {
    const workbook = 'changed';
    const given: StagesInput = { env: servers.env, workbook, asOf: AS_OF, stages: ['ingest', 'rollup'] };
    const base = workbookOf(rows, STANDARD.reps);
    servers.payloads.serve(workbook, answersOf(base));
    progress(`first load of ${rows.length} rows`);
    await probe('stages', given);
    const before = await dumpTable(servers.env);

    const [header = [], ...typed] = base.tabs.Activity ?? [];
    const edited = { ...base, tabs: { ...base.tabs, Activity: [header, ...withEdits(typed, CHANGED_ROWS, among)] } };
    servers.payloads.serve(workbook, answersOf(edited));
    progress(`${CHANGED_ROWS} edits`);
    const { status, counts, seconds } = await probe<StagesOutput>('stages', given);
    if (status !== 'changed') throw new Error(`the edits were not noticed: ${status}`);
    return {
      units: counts['dynamodb.writeUnits'] ?? 0,
      kb: changedKb(before, await dumpTable(servers.env)),
      readUnits: counts['dynamodb.readUnits'] ?? 0,
      seconds,
    };
  } finally {
    await servers.close();
  }
}
