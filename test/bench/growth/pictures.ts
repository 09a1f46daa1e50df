import type { Line, Panel } from '../pages/panels.ts';
import { svgOf } from '../pages/svg.ts';
import type { PointCost, RunCost } from './measure.ts';
import type { Curve } from './points.ts';

const SIZE = { width: 380, height: 330 };

const ALONG: Readonly<Record<Curve, string>> = {
  rows: 'rows on the sheet',
  reps: 'reps',
  weeks: 'weeks',
  changes: 'rows that changed',
};

/** Where a run stands on its curve. */
export interface Placed {
  readonly x: number;
  readonly cost: PointCost;
  readonly run: RunCost;
}

export function onCurve(costs: readonly PointCost[], curve: Curve): Placed[] {
  const placed = costs
    .filter(({ point }) => point.curves.includes(curve))
    .flatMap((cost) =>
      cost.runs.map((run) => ({ x: curve === 'changes' ? run.edits : cost.point.size[curve], cost, run })),
    );
  return placed.sort((a, b) => a.x - b.x);
}

/** Processor, DynamoDB and memory over what grows. */
export function growthPicture(costs: readonly PointCost[], curve: Curve): string {
  const placed = onCurve(costs, curve);
  const line = (name: string, of: (at: Placed) => number, isDashed = false): Line => ({
    name,
    points: placed.map((at) => [at.x, of(at)] as const).filter(([, y]) => y > 0),
    isDashed,
  });
  const panel = (title: string, ...lines: Line[]): Panel => {
    const [first, last] = [placed.at(0)?.x, placed.at(-1)?.x];
    const along = ALONG[curve];
    const ends = first !== undefined && last !== undefined && { from: first, to: last };
    return { title, along, lines, ...ends };
  };
  return svgOf(
    [
      panel(
        'Processor seconds',
        line('ingest', ({ run }) => run.ingest.processorSeconds),
        ...(curve === 'changes' ? [] : [line('ingest, warm', ({ cost }) => cost.warm?.processorSeconds ?? 0)]),
        line('rollup', ({ run }) => run.rollup.processorSeconds),
        ...(curve === 'rows' ? [line('unchanged', ({ cost }) => cost.unchanged.processorSeconds)] : []),
      ),
      panel(
        'DynamoDB request units',
        line('read', ({ run }) => run.ingest.readUnits + run.rollup.readUnits),
        line('write', ({ run }) => run.ingest.writeUnits + run.rollup.writeUnits),
        ...(curve === 'rows'
          ? [line('write, first load', ({ cost: { load } }) => load.ingest.writeUnits + load.rollup.writeUnits, true)]
          : []),
      ),
      panel(
        'Peak memory, MB',
        line('ingest', ({ run }) => run.ingest.peakMb),
        line('rollup', ({ run }) => run.rollup.peakMb),
      ),
    ],
    SIZE,
  );
}
