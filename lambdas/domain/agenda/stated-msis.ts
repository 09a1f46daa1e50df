import { phrase } from '../cells/phrase.ts';
import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { figuresBetween } from '../weeks/figures-between.ts';
import { lastMeetingDay, type MeetingSegment, meetingSegments, segmentOf } from './meeting-days.ts';

/** What a rep said aloud in a meeting, beside what is recorded for the days since the one before. */
export interface StatedMsis {
  readonly day: Day;
  /** The meeting before: the days in [since, day) are counted. */
  readonly since: Day;
  readonly rep: RepKey;
  readonly stated: number;
  readonly recorded: number;
}

/**
 * "recording discipline: ... stated against recorded MSIs": one for each rep and held meeting in [from, to) with a
 * number, oldest first. stated - recorded > 0: said but not written down.
 */
export function statedMsis(
  { rules, weeks }: { readonly rules: Rules; readonly weeks: Weeks },
  from: Day,
  to: Day,
): StatedMsis[] {
  const { meetings, settings, team } = rules;
  return meetings.flatMap(({ day, held, stated }): StatedMsis[] => {
    if (!held || stated.size === 0 || day < from || day >= to) return [];
    const segments = meetingSegments(rules, day);
    const since = new Map<MeetingSegment, Day>(
      segments.map((segment) => [segment, lastMeetingDay(rules, segment, day)]),
    );
    return [...stated].map(([rep, msis]) => {
      const member = team.members.find(({ name }) => `r:${phrase(name)}` === rep);
      const before = since.get(segmentOf(member, segments)) ?? day;
      const { msis: recorded } = figuresBetween(weeks, rep, before, day, settings.weekStartsOn);
      return { day, since: before, rep, stated: msis, recorded };
    });
  });
}
