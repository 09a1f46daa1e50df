import type { Figure, Figures } from '../bench.ts';
import { medianOf } from '../median.ts';
import type { Typed } from './measure-typing.ts';

export function latencyFigures({ delays, looks, processorSeconds, syncs }: Typed): Figures {
  const shown = delays.map((delay) => delay.shown).sort((a, b) => a - b);
  const stage = (at: number): Figure => inSeconds(medianOf(syncs, (sync) => sync[at] ?? 0) * 1000);
  return {
    'typed to shown, p50': inSeconds(quantile(shown, 0.5)),
    'typed to shown, p95': inSeconds(quantile(shown, 0.95)),
    'typed to shown, most': inSeconds(quantile(shown, 1)),
    'of it until a sync began, p50': inSeconds(medianOf(delays, ({ waited }) => waited)),
    'of it from there on, p50': inSeconds(medianOf(delays, (delay) => delay.shown - delay.waited)),
    'until the sheet had taken it, p95': inSeconds(
      quantile(
        delays.map(({ answered }) => answered).sort((a, b) => a - b),
        0.95,
      ),
    ),
    'a sync, median': stage(0),
    'of it ingest': stage(1),
    'of it rollup': stage(2),
    'of it report': stage(3),
    'of the processor for each sync': inSeconds((processorSeconds / syncs.length) * 1000),
    syncs: { value: syncs.length, unit: 'calls' },
    'looks at the version': { value: looks, unit: 'calls' },
  };
}

const inSeconds = (milliseconds: number): Figure => ({ value: milliseconds / 1000, unit: 's' });

/** The least value that so large a share of `sorted` does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('there is no quantile of nothing');
  return value;
}
