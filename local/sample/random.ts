/** Draws that are the same for the same seed on every machine. */
export interface Random {
  /** [0, 1) */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** Around 0 with deviation 1, within -3 and 3. */
  normal(): number;
  logNormal(median: number, sigma: number): number;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for a sample and quick. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  // The sum of twelve draws less six: close to a normal distribution, and exact in any engine.
  const normal = (): number =>
    Math.max(
      -3,
      Math.min(
        3,
        Array.from({ length: 12 }, next).reduce((a, b) => a + b, -6),
      ),
    );
  return {
    next,
    between,
    normal,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}
