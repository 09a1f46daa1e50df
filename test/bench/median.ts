/** The middle one, or the mean of the two in the middle. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (high === undefined || low === undefined) throw new RangeError('there is no median of nothing');
  return (low + high) / 2;
}

/** The median of what `of` takes from each. */
export const medianOf = <T>(all: readonly T[], of: (one: T) => number): number => median(all.map(of));
