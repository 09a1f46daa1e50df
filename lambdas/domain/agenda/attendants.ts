import { phrase } from '../cells/phrase.ts';
import type { Day } from '../days/day.ts';
import { type Week, weeksUntil } from '../days/week.ts';
import type { DealLine } from '../deals/deal-line.ts';
import type { LearnedStandards } from '../deals/deal-signals.ts';
import type { Rules } from '../inputs/rules.ts';
import type { TeamMember } from '../inputs/team.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type RepKey, TEAM, UNASSIGNED } from '../rows/rep-key.ts';
import { type MeetingSegment, meetingSegments, segmentOf } from './meeting-days.ts';

/** Who belongs to a meeting. */
export interface Attendant {
  readonly key: RepKey;
  readonly name: string;
  readonly member?: TeamMember;
}

/** What an agenda is made from; `today` = the day of the as-of. */
export interface AgendaFigures {
  readonly rules: Rules;
  readonly weeks: Weeks;
  readonly current: Week;
  readonly today: Day;
  readonly openDeals: readonly DealLine[];
  readonly standards: LearnedStandards;
  /** How reps that are not on Team are spelled. */
  readonly names: Readonly<Record<RepKey, string>>;
}

/** Without a Team tab a rep who did nothing for so long, and owns no open deal, is not expected. */
const RECENT_WEEKS = 4;

/**
 * The members of a segment who are on the team on that day, by name. Without a Team tab: everybody with rows of late or
 * with an open deal.
 */
export function attendants(figures: AgendaFigures, segment: MeetingSegment, day: Day): Attendant[] {
  const { team } = figures.rules;
  const segments = meetingSegments(figures.rules, day);
  const members = team.members
    .filter((member) => (member.start ?? day) <= day && (member.end ?? day) >= day)
    .filter((member) => segmentOf(member, segments) === segment)
    .map((member): Attendant => ({ key: `r:${phrase(member.name)}`, name: member.name, member }));
  return (team.exists ? members : whoeverSells(figures)).sort(byName);
}

function whoeverSells({ weeks, current, openDeals, names }: AgendaFigures): Attendant[] {
  const recent = weeksUntil(current, RECENT_WEEKS).flatMap((week) => [...(weeks.get(week)?.days.keys() ?? [])]);
  const keys = new Set([...recent, ...openDeals.flatMap(({ lastReps }) => lastReps)]);
  keys.delete(TEAM);
  keys.delete(UNASSIGNED);
  return [...keys].map((key) => ({ key, name: names[key] ?? key.slice(2) }));
}

const byName = (a: Attendant, b: Attendant): number => {
  const [left, right] = [phrase(a.name), phrase(b.name)];
  return left < right ? -1 : left > right ? 1 : 0;
};
