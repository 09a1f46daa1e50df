/** Where ids that the server chooses come from; the same seed gives the same ids, so that a journal can be replayed. */
export interface Mint {
  /** Milliseconds since 1970 of the write. */
  readonly now: number;
  /** A positive 31-bit integer that `taken` does not know. */
  number(taken: (id: number) => boolean): number;
}

/** mulberry32: small, and good enough for ids. */
export function newMint(seed: number, now: number): Mint {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 1;
  };
  return {
    now,
    number(taken) {
      for (;;) {
        const id = next();
        if (id > 0 && !taken(id)) return id;
      }
    },
  };
}
