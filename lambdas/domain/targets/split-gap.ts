/** One factor of a product: what it would have to be, and what it is. */
export interface Factor {
  /** Above 0. */
  readonly expected: number;
  /** 0 or above. */
  readonly actual: number;
}

/**
 * Splits the difference of two products, actual less expected, over their factors: part = L(A, E) × ln(actual ÷
 * expected) with the logarithmic mean L(A, E) = (A − E) ÷ ln(A ÷ E) (LMDI I, Ang 2005); symmetric, nothing is left over.
 * With a factor of 0 there is no logarithm: the factors are then put in one after the other, in their order.
 */
export function splitGap(factors: readonly Factor[]): number[] {
  const product = (of: (factor: Factor) => number): number => factors.reduce((total, factor) => total * of(factor), 1);
  const expected = product((factor) => factor.expected);
  const actual = product((factor) => factor.actual);
  if (factors.some((factor) => factor.actual === 0)) return substituted(factors, expected);
  const logs = factors.map((factor) => Math.log(factor.actual / factor.expected));
  const sum = logs.reduce((total, log) => total + log, 0);
  // Where the products are all but equal the mean of the two is their logarithmic mean.
  const weight = Math.abs(sum) < 1e-6 ? (actual + expected) / 2 : (actual - expected) / sum;
  return logs.map((log) => weight * log);
}

function substituted(factors: readonly Factor[], expected: number): number[] {
  let before = expected;
  return factors.map((factor) => {
    const after = (before / factor.expected) * factor.actual;
    const part = after - before;
    before = after;
    return part;
  });
}

/** Whole numbers that sum to `total` and are each less than 1 off: what is left by rounding down goes to the largest rests. */
export function wholeParts(parts: readonly number[], total: number): number[] {
  const whole = parts.map(Math.floor);
  const byRest = parts.map((part, at) => ({ at, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest);
  let left = total - whole.reduce((sum, part) => sum + part, 0);
  for (const { at } of byRest) {
    if (left <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  // Off by more than the number of parts only where the parts do not sum to the total: the largest takes it.
  if (left !== 0) {
    const largest = parts.reduce((best, part, at) => (Math.abs(part) > Math.abs(parts[best] ?? 0) ? at : best), 0);
    whole[largest] = (whole[largest] ?? 0) + left;
  }
  return whole;
}
