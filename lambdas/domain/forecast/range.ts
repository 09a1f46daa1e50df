/** Four of five outcomes are expected from `low` to `high`, both included. */
export interface Range {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

const OUTSIDE = 0.1;

/**
 * The 10th and the 90th percentile (nearest rank) of what was simulated. Where one deal is most of it, the expected
 * value can lie beyond them: the range is widened to hold it.
 */
export function rangeOf(outcomes: Float64Array | undefined, expected: number): Range {
  const sorted = Float64Array.from(outcomes ?? []).sort();
  const low = sorted[Math.ceil(OUTSIDE * sorted.length) - 1] ?? expected;
  const high = sorted[Math.ceil((1 - OUTSIDE) * sorted.length) - 1] ?? expected;
  return { low: Math.min(low, expected), expected, high: Math.max(high, expected) };
}

/** The same of what is counted: there is no half a close. */
export function countRangeOf(outcomes: Float64Array | undefined, expected: number): Range {
  const { low, high } = rangeOf(outcomes, expected);
  return { low: Math.floor(low), expected, high: Math.ceil(high) };
}
