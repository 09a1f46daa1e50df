import { type Week, weekOf } from '../days/week.ts';
import type { Meeting } from '../inputs/meetings.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { correlation } from '../ratios/lead-lag.ts';
import { TEAM } from '../rows/rep-key.ts';
import { repFigures } from '../weeks/week-rollup.ts';

/** A complete week of the team: meetings held, and MSIs. */
export interface MeetingWeek {
  readonly week: Week;
  readonly held: number;
  readonly msis: number;
}

const LOOKED_AT = 104;
/** Fewer weeks are not compared. */
export const MEETING_WEEKS = 13;

/** How many work-in-progress meetings were held in each week, each segment's apart. */
export function meetingsHeld(meetings: readonly Meeting[], weekStartsOn: number): Map<Week, number> {
  const counts = new Map<Week, number>();
  for (const { day, held } of meetings) {
    const week = weekOf(day, weekStartsOn);
    if (held) counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return counts;
}

/**
 * "meetings held against MSI trend": the complete weeks before `current`, from the first week that the tab Meetings
 * tells of (before it nobody wrote meetings down, which is not none), at most 104.
 */
export function meetingWeeks(
  meetings: readonly Meeting[],
  weeks: Weeks,
  current: Week,
  weekStartsOn: number,
): MeetingWeek[] {
  const held = meetingsHeld(meetings, weekStartsOn);
  const noted = Math.min(...meetings.map(({ day }) => weekOf(day, weekStartsOn)));
  const from = Math.max(noted, Math.min(...weeks.keys()), current - 7 * LOOKED_AT);
  const series: MeetingWeek[] = [];
  for (let week = from; week < current; week += 7) {
    const { msis } = repFigures(weeks.get(week), TEAM, week, week + 6);
    series.push({ week, held: held.get(week) ?? 0, msis });
  }
  return series;
}

/** Pearson's r of meetings and MSIs of the same weeks, from 13 weeks on; `r` is absent where one does not vary. */
export function meetingsWithMsis(
  series: readonly MeetingWeek[],
): { readonly n: number; readonly r?: number } | undefined {
  if (series.length < MEETING_WEEKS) return undefined;
  const r = correlation(
    series.map(({ held }) => held),
    series.map(({ msis }) => msis),
  );
  return { n: series.length, ...(r !== undefined && { r }) };
}
