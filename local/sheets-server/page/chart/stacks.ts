import type { SeriesWire } from '../wire.ts';

/** What a series stands on in a stacked chart: others of its type and axis. Lines and points stand on nothing. */
export function stackOf({ type, right }: SeriesWire, kind: string): string | undefined {
  if (type === 'LINE' || type === 'SCATTER' || kind === 'LINE' || kind === 'SCATTER') return undefined;
  return `${type}${right ? ' right' : ''}`;
}

/** Each value as its share of what its stack comes to, for stacks of 100 %. */
export const asShares = (all: readonly SeriesWire[]): SeriesWire[] =>
  all.map((series) => {
    if (series.stack === undefined) return series;
    const others = all.filter(({ stack }) => stack === series.stack);
    const values = series.values.map((value, at) => {
      const whole = others.reduce((sum, other) => sum + Math.abs(other.values[at] ?? 0), 0);
      return value === null || whole === 0 ? null : value / whole;
    });
    return { ...series, values, percent: true };
  });
