import type { Figures } from '../bench.ts';
import type { Placed } from './pictures.ts';
import type { Curve } from './points.ts';

/** How many times as much the last point of a curve costs as the first one. */
export function slopes(curve: Curve, placed: readonly Placed[]): Figures {
  const [first, last] = [placed.at(0), placed.at(-1)];
  if (!first || !last) return {};
  const along = `${curve} ${first.x.toLocaleString('en')} -> ${last.x.toLocaleString('en')}`;
  const times = (of: (at: Placed) => number) => ({ value: of(last) / of(first), unit: 'x' }) as const;
  return {
    [`${along}: processor, ingest`]: times(({ run }) => run.ingest.processorSeconds),
    [`${along}: processor, rollup`]: times(({ run }) => run.rollup.processorSeconds),
    [`${along}: read units`]: times(({ run }) => run.ingest.readUnits + run.rollup.readUnits),
    [`${along}: write units`]: times(({ run }) => run.ingest.writeUnits + run.rollup.writeUnits),
    [`${along}: peak memory, ingest`]: times(({ run }) => run.ingest.peakMb),
  };
}
