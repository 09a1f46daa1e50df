import type { StoredItem } from '../ports.ts';

/**
 * Roots that were in force at some time since `since`. A root was in force from its put until that of the next one, so
 * the newest from before `since` is still among them; the one that the head names always is.
 */
export function liveRoots(roots: readonly StoredItem[], named: string | undefined, since: number): string[] {
  const inOrder = [...roots].sort((a, b) => a.putAt - b.putAt);
  const live = inOrder
    .filter((_, at) => (inOrder[at + 1]?.putAt ?? Number.POSITIVE_INFINITY) >= since)
    .map(({ digest }) => digest);
  return [...new Set(named === undefined ? live : [...live, named])];
}

/** Of items that replace each other, the named one and those replaced since `since`: a run that began before may still read them. */
export function lateRoots(items: readonly StoredItem[], named: string | undefined, since: number): string[] {
  const puts = items.map(({ putAt }) => putAt).sort((a, b) => a - b);
  const late = items
    .filter((item) => (puts.find((putAt) => putAt > item.putAt) ?? 0) >= since)
    .map(({ digest }) => digest);
  return [...new Set(named === undefined ? late : [...late, named])];
}
