import { type Week, weeksUntil } from '../days/week.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type Ratio, ratio } from '../ratios/ratio.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import type { Facts } from './facts.ts';
import { FIGURES, type Figure } from './figures.ts';
import { repFigures, type WeekRollup } from './week-rollup.ts';

/** A count of a closed week that is another now than it was reported. */
export interface Restatement {
  readonly week: Week;
  readonly rep: RepKey;
  readonly figure: Figure;
  readonly reported: number;
  readonly now: number;
}

/**
 * "later changes show as restated beside reported": every weekly count that differs, newest week first, the team before
 * its reps. A row that moved within its week restates nothing.
 */
export function restatements(asReported: Weeks, weeks: Weeks): Restatement[] {
  return [...asReported]
    .sort(([a], [b]) => b - a)
    .flatMap(([week, reported]) => restatedIn(week, reported, weeks.get(week)));
}

function restatedIn(week: Week, reported: WeekRollup, now: WeekRollup | undefined): Restatement[] {
  const reps = new Set([...reported.days.keys(), ...(now?.days.keys() ?? [])]);
  reps.delete(TEAM);
  return [TEAM, ...[...reps].sort()].flatMap((rep) => {
    const before = repFigures(reported, rep, week, week + 6);
    const after = repFigures(now, rep, week, week + 6);
    return FIGURES.filter((figure) => before[figure] !== after[figure]).map((figure) => ({
      week,
      rep,
      figure,
      reported: before[figure],
      now: after[figure],
    }));
  });
}

const LOOKED_AT = 26;

/** "Restated share": of the closed weeks among the last 26 with rows since the first, those with a count that changed. */
export function restatedShare(
  { weeks, asReported, facts, current }: { weeks: Weeks; asReported: Weeks; facts: Facts; current: Week },
  restated: readonly Restatement[],
): Ratio {
  const through = facts.frozen?.through ?? Number.NEGATIVE_INFINITY;
  const first = Math.min(...weeks.keys(), ...asReported.keys());
  const closed = weeksUntil(current, LOOKED_AT).filter((week) => week >= first && week <= through);
  const changed = new Set(restated.map(({ week }) => week));
  return ratio(closed.filter((week) => changed.has(week)).length, closed.length);
}
