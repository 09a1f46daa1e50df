/**
 * The lower triangle that times its own transpose is `covariance` (Cholesky), both square and by rows. What is certain, given
 * what stands before it, gets a diagonal of 0.
 */
export function cholesky(covariance: Float64Array): Float64Array {
  const size = Math.sqrt(covariance.length);
  const lower = new Float64Array(covariance.length);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const whole = covariance[row * size + column] ?? 0;
      let rest = whole;
      for (let at = 0; at < column; at++) rest -= (lower[row * size + at] ?? 0) * (lower[column * size + at] ?? 0);
      const diagonal = lower[column * size + column] ?? 0;
      if (column < row) lower[row * size + column] = diagonal > 0 ? rest / diagonal : 0;
      else lower[row * size + row] = rest > ROUNDING * whole ? Math.sqrt(rest) : 0;
    }
  }
  return lower;
}

/** A rest that is so small a part of its variance is nothing but rounding. */
const ROUNDING = 1e-9;
