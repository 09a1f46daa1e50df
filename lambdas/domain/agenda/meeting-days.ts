import { phrase } from '../cells/phrase.ts';
import { eligibleDays } from '../days/calendar.ts';
import { type Day, dayOfWeek } from '../days/day.ts';
import type { Meeting } from '../inputs/meetings.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Segment, TeamMember } from '../inputs/team.ts';
import type { RepKey } from '../rows/rep-key.ts';

/** '' = a team without segments: everyone meets together. */
export type MeetingSegment = Segment | '';
type MeetingRules = Pick<Rules, 'settings' | 'team' | 'calendar' | 'meetings'>;

/** After so many days without a meeting nothing is carried over any more. */
const LOOK_BACK = 28;
const LOOK_AHEAD = 62;

/** Who meets apart: the segments with members who are there on that day; one meeting of all where nobody has a segment. */
export function meetingSegments({ team }: Pick<Rules, 'team'>, day: Day): readonly MeetingSegment[] {
  const there = team.members.filter(({ end }) => (end ?? day) >= day);
  const segments = (['Inside', 'Field'] as const).filter((name) => there.some(({ segment }) => segment === name));
  return segments.length > 0 ? segments : [''];
}

/** Reps without a segment meet with Inside, where some have one. */
export function segmentOf(member: TeamMember | undefined, segments: readonly MeetingSegment[]): MeetingSegment {
  return member?.segment && segments.includes(member.segment) ? member.segment : (segments[0] ?? '');
}

/** "Inside: each working day; Field: two days a week (settings)": a day on which somebody of the segment works. */
export function isMeetingDay(rules: MeetingRules, segment: MeetingSegment, day: Day): boolean {
  const { insideMeetingDays, fieldMeetingDays } = rules.settings;
  const days = segment === 'Field' ? fieldMeetingDays : insideMeetingDays;
  if (!days.includes(dayOfWeek(day))) return false;
  const segments = meetingSegments(rules, day);
  const members = rules.team.members.filter((member) => segmentOf(member, segments) === segment);
  const who = members.length > 0 ? members : [undefined];
  return who.some((member) => eligibleDays(member, rules.calendar, day, day + 1) > 0);
}

/** The first meeting day from `from` on; `undefined` when none is in sight. */
export function nextMeetingDay(rules: MeetingRules, segment: MeetingSegment, from: Day): Day | undefined {
  for (let day = from; day < from + LOOK_AHEAD; day++) if (isMeetingDay(rules, segment, day)) return day;
  return undefined;
}

/**
 * "since the segment's last meeting": the last day before `before` on which the Meetings tab says that it met, or, where
 * the tab is silent, on which it was to meet. A meeting that was not held is passed over. After four weeks without one,
 * the day four weeks before.
 */
export function lastMeetingDay(rules: MeetingRules, segment: MeetingSegment, before: Day): Day {
  for (let day = before - 1; day > before - LOOK_BACK; day--) {
    const noted = meetingsOn(rules, segment, day);
    if (noted.length > 0 ? noted.some(({ held }) => held) : isMeetingDay(rules, segment, day)) return day;
  }
  return before - LOOK_BACK;
}

/** What the Meetings tab says of a day; a row for everyone is also the segment's. */
export const meetingsOn = (
  { meetings }: Pick<Rules, 'meetings'>,
  segment: MeetingSegment,
  day: Day,
): readonly Meeting[] =>
  meetings.filter(
    (meeting) => meeting.day === day && (meeting.segment === '' || segment === '' || meeting.segment === segment),
  );

/** The day of the last meeting before `today` of the owners of a deal: of the first of them, worked out once a segment. */
export function lastMeetingOf(rules: MeetingRules, today: Day): (owners: readonly RepKey[]) => Day {
  const segments = meetingSegments(rules, today);
  const days = new Map(segments.map((segment) => [segment, lastMeetingDay(rules, segment, today)]));
  const members = new Map(rules.team.members.map((member) => [`r:${phrase(member.name)}`, member]));
  return (owners) => days.get(segmentOf(members.get(owners[0] ?? ''), segments)) ?? today;
}
