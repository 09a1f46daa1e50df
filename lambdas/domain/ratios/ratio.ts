/** A ratio keeps its numerator and denominator: with denominator 0 it is absent, which is not zero. */
export interface Ratio {
  readonly x: number;
  readonly n: number;
}

export const ratio = (x: number, n: number): Ratio => ({ x, n });

/** x / n, or `undefined` exactly when n is 0. */
export const valueOfRatio = ({ x, n }: Ratio): number | undefined => (n === 0 ? undefined : x / n);

/** `2/3`, and `– (0/0)` for a ratio that is absent. */
export const ratioText = ({ x, n }: Ratio): string => (n === 0 ? '– (0/0)' : `${x}/${n}`);

const Z = 1.959963984540054;

/**
 * 95 % Wilson score interval of a proportion (Wilson 1927): 2/3 -> 20.8-93.9 %, 0/3 -> 0-56.1 %. `undefined` when n is
 * 0. For proportions only: throws where x is not within 0..n.
 */
export function wilson({ x, n }: Ratio): { readonly low: number; readonly high: number } | undefined {
  if (n === 0) return undefined;
  if (x < 0 || x > n) throw new RangeError(`${x}/${n} is no proportion`);
  const p = x / n;
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // At the ends the formula gives 0 and 1 but for rounding.
  return { low: x === 0 ? 0 : centre - half, high: x === n ? 1 : centre + half };
}
