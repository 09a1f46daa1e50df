/** Draws in [0, 1) that are the same for the same seed on every machine: a forecast of the same rows never flickers. */
export type Random = () => number;

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for some hundred thousand draws. */
export function seeded(seed: number): Random {
  // Signed, as then it stays a small integer of the engine: nothing is allocated for a draw.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Never 0, so that its logarithm is finite. */
const positive = (random: Random): number => 1 - random();

/** Standard normal (Box & Muller 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(positive(random))) * Math.cos(2 * Math.PI * random());

/** Gamma with this shape and scale 1 (Marsaglia & Tsang 2000); 0 for a shape of 0. */
export function gamma(shape: number, random: Random): number {
  if (shape <= 0) return 0;
  if (shape < 1) return gamma(shape + 1, random) * positive(random) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(positive(random)) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Poisson with this mean: arrivals of a unit process (Knuth), in halves where that would take long. */
export function poisson(mean: number, random: Random): number {
  if (mean > 30) return poisson(mean / 2, random) + poisson(mean / 2, random);
  const limit = Math.exp(-mean);
  let events = 0;
  for (let product = positive(random); product > limit; product *= positive(random)) events++;
  return events;
}
