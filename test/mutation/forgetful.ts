/**
 * `remembered` for mutation testing: forgets between tests. What a test computed is then computed by the next one too, so
 * each test meets the mutants of all that it needs.
 */
let generation = 0;

export const forget = (): void => {
  generation += 1;
};

export function remembered<K, V>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  let of = generation;
  return (key) => {
    if (of !== generation) known.clear();
    of = generation;
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as V; // also when V includes undefined
    const made = read(key);
    known.set(key, made);
    return made;
  };
}
