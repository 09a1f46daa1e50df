/** What repeats in a column (names, dates, activities) is read once. Above `most` everything is forgotten. */
export function remembered<K, V>(read: (key: K) => V, most = Number.POSITIVE_INFINITY): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as V; // also when V includes undefined
    if (known.size >= most) known.clear();
    const made = read(key);
    known.set(key, made);
    return made;
  };
}
