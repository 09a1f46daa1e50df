import { civilOf, type Day } from '../days/day.ts';
import { type Week, weekOf } from '../days/week.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { digest } from '../trees/digest.ts';
import type { ItemRef, TreeItem } from '../trees/item.ts';
import type { Lookup } from '../trees/loader.ts';
import { type DerivedRoot, weekEntries, weekRef } from './derived-tree.ts';
import { FIGURES_VERSION } from './figures.ts';
import { decodeWeek, emptyWeek, encodeCounts, mergeWeek, type WeekRollup } from './week-rollup.ts';

/** The weekly counts of closed weeks as they were reported. */
export interface FrozenWeeks {
  /** Counts of another version or another first day of the week can't be compared: those weeks are frozen anew. */
  readonly version: number;
  readonly weekStartsOn: number;
  /** Every week up to this one is closed; one that is not listed had no rows. */
  readonly through: Week;
  readonly weeks: readonly (readonly [week: Week, counts: string])[];
}

export const frozenRef = (week: Week, counts: string): ItemRef => ({
  area: `frozen/${civilOf(week).year}`,
  digest: counts,
});

/**
 * "A week is open until 14 days (setting) after its end; then its weekly counts are frozen as reported. Weeks already
 * over when a workbook is first read freeze 14 days after that." The last week that is closed on `today`.
 */
export function lastClosedWeek(since: Day, today: Day, after: number, weekStartsOn: number): Week | undefined {
  return since + after < today ? weekOf(today - after - 7, weekStartsOn) : undefined;
}

/**
 * Closes the weeks that are due, with their counts as they are now, and says which items are new. Closed weeks stay as
 * they are.
 */
export function freezeWeeks(
  frozen: FrozenWeeks | undefined,
  root: Pick<DerivedRoot, 'quarters'>,
  through: Week | undefined,
  weekStartsOn: number,
  lookup: Lookup,
): { readonly frozen: FrozenWeeks | undefined; readonly items: readonly TreeItem[] } {
  const kept = frozen?.version === FIGURES_VERSION && frozen.weekStartsOn === weekStartsOn ? frozen : undefined;
  if (through === undefined || (kept && kept.through >= through)) return { frozen: kept, items: [] };
  const from = kept ? kept.through : Number.NEGATIVE_INFINITY;
  const items: TreeItem[] = [];
  const added: [Week, string][] = [];
  for (const [week, name] of weekEntries(root, () => true, lookup)) {
    const body = week > from && week <= through && name !== '' ? lookup(weekRef(week, name)) : undefined;
    const counts = body === undefined ? '' : encodeCounts(decodeWeek(body));
    if (counts === '') continue;
    added.push([week, digest(counts)]);
    items.push({ ...frozenRef(week, digest(counts)), body: counts });
  }
  const weeks = [...(kept?.weeks ?? []), ...added].sort(([a], [b]) => a - b);
  return { frozen: { version: FIGURES_VERSION, weekStartsOn, through, weeks }, items };
}

/**
 * "later changes show as restated beside reported": the closed ones of some weeks whose counts are others now, as they
 * were reported. What was reported of a rep is of the key that the rep has now: a new name restates nothing.
 */
export function asReported(
  frozen: FrozenWeeks | undefined,
  weeks: ReadonlyMap<Week, WeekRollup>,
  among: readonly Week[],
  keyNow: (rep: RepKey) => RepKey,
  lookup: Lookup,
): Map<Week, WeekRollup> {
  const reported = new Map<Week, WeekRollup>();
  if (!frozen) return reported;
  const listed = new Map(frozen.weeks);
  for (const week of among) {
    if (week > frozen.through) continue;
    const name = listed.get(week) ?? '';
    const now = weeks.get(week);
    const counts = now ? encodeCounts(now) : '';
    if (name === (counts === '' ? '' : digest(counts))) continue;
    const body = name === '' ? undefined : lookup(frozenRef(week, name));
    const then = body === undefined ? emptyWeek() : renamed(decodeWeek(body), keyNow);
    if (encodeCounts(then) !== counts) reported.set(week, then);
  }
  return reported;
}

/** Weekly counts are all that is frozen. */
function renamed({ days }: WeekRollup, keyNow: (rep: RepKey) => RepKey): WeekRollup {
  const week = emptyWeek();
  for (const [rep, counts] of days) mergeWeek(week, { ...emptyWeek(), days: new Map([[keyNow(rep), counts]]) });
  return week;
}
