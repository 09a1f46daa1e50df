import { INGEST_NODE_OPTIONS } from '../../../lambdas/contract.ts';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import type { BenchContext } from '../bench.ts';
import { activityRows } from '../data/activity-rows.ts';
import { withEdits } from '../data/edits.ts';
import { answersOf } from '../data/payload.ts';
import type { Answers } from '../data/payload-server.ts';
import { AS_OF, type BenchWorkbook, workbookOf } from '../data/workbook.ts';
import { medianOf } from '../median.ts';
import type { StagesInput, StagesOutput } from '../probes/stages.ts';
import { type Servers, startServers } from '../servers.ts';
import { type GrowthPoint, USUAL_EDITS } from './points.ts';

/** One stage, in a process of its own. */
export interface StageCost {
  readonly processorSeconds: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly sheetsReads: number;
  readonly sheetsWrites: number;
}

/** Both stages after some edits; the middle of as many runs as there were of that many edits. */
export interface RunCost {
  readonly edits: number;
  readonly ingest: StageCost;
  readonly rollup: StageCost;
}

export interface PointCost {
  readonly point: GrowthPoint;
  /** MB that Sheets sends. */
  readonly payloadMb: number;
  /** Into an empty table. */
  readonly load: RunCost;
  /** Ingest alone: it ends there. */
  readonly unchanged: StageCost;
  readonly runs: readonly RunCost[];
  /** Ingest after the usual edits in a process that has read the workbook before; absent where it remembers none so large. */
  readonly warm: StageCost | undefined;
}

/** What a warm function remembers at most (`runtime/compose.ts`). */
const ROWS_REMEMBERED = 250_000;

const WORKBOOK = 'growth';

export async function measurePoint(at: BenchContext, point: GrowthPoint): Promise<PointCost> {
  const workbook = editable(point);
  const servers = await startServers();
  try {
    const run = async (edits: number): Promise<RunCost> => {
      const answers = workbook.after(edits);
      servers.payloads.serve(WORKBOOK, answers);
      at.progress(`${nameOf(point)}: ${edits === 0 ? 'first load' : `${edits} edits`}`);
      return {
        edits,
        ingest: await stage(at, servers, 'ingest', 'changed'),
        rollup: await stage(at, servers, 'rollup', undefined),
      };
    };
    const warm = async (): Promise<StageCost | undefined> => {
      if (point.size.rows > ROWS_REMEMBERED) return undefined;
      servers.payloads.serve(WORKBOOK, workbook.after(USUAL_EDITS), workbook.after(USUAL_EDITS));
      at.progress(`${nameOf(point)}: ${USUAL_EDITS} edits, warm`);
      return stage(at, servers, 'ingest', 'changed', true);
    };
    const load = await run(0);
    const unchanged = await stage(at, servers, 'ingest', 'unchanged');
    const payloadMb = workbook.after(0).payload.length / 1e6;
    const runs: RunCost[] = [];
    for (const edits of point.edits) runs.push(await run(edits));
    const middles = [...new Set(point.edits)].map((edits) => middle(runs, edits));
    return { point, payloadMb, load, unchanged, runs: middles, warm: await warm() };
  } finally {
    await servers.close();
  }
}

export const nameOf = ({ size: { rows, reps, weeks } }: GrowthPoint): string =>
  `${rows.toLocaleString('en')} rows, ${reps} reps, ${weeks} weeks`;

/** A workbook whose rows go on being edited; each call adds that many edits to those before it. */
function editable({ size, among }: GrowthPoint): { after(edits: number): Answers } {
  const base: BenchWorkbook = workbookOf(activityRows(size), size.reps);
  const [header = [], ...typed] = base.tabs.Activity ?? [];
  let rows: Cell[][] = typed;
  return {
    after(edits) {
      if (edits > 0) rows = withEdits(rows, edits, Math.min(among, rows.length));
      return answersOf({ ...base, tabs: { ...base.tabs, Activity: [header, ...rows] } });
    },
  };
}

/** Throws when ingest does not find what it should: the figures would be of something else. */
async function stage(
  { probe }: BenchContext,
  { env }: Servers,
  name: 'ingest' | 'rollup',
  expected: string | undefined,
  warm = false,
): Promise<StageCost> {
  const given: StagesInput = { env, workbook: WORKBOOK, asOf: AS_OF, stages: [name], warm };
  const flags = name === 'ingest' ? INGEST_NODE_OPTIONS : [];
  const { status, counts, seconds, processorSeconds, peakMb } = await probe<StagesOutput>('stages', given, { flags });
  if (status !== expected) throw new Error(`${name} says ${status}, and ${expected} was expected`);
  return {
    processorSeconds,
    seconds,
    peakMb,
    readUnits: counts['dynamodb.readUnits'] ?? 0,
    writeUnits: counts['dynamodb.writeUnits'] ?? 0,
    sheetsReads: counts['sheets.reads'] ?? 0,
    sheetsWrites: counts['sheets.writes'] ?? 0,
  };
}

function middle(all: readonly RunCost[], edits: number): RunCost {
  const runs = all.filter((run) => run.edits === edits);
  const of = (name: 'ingest' | 'rollup'): StageCost => {
    const figure = (key: keyof StageCost): number => medianOf(runs, (run) => run[name][key]);
    return {
      processorSeconds: figure('processorSeconds'),
      seconds: figure('seconds'),
      peakMb: figure('peakMb'),
      readUnits: figure('readUnits'),
      writeUnits: figure('writeUnits'),
      sheetsReads: figure('sheetsReads'),
      sheetsWrites: figure('sheetsWrites'),
    };
  };
  return { edits, ingest: of('ingest'), rollup: of('rollup') };
}
