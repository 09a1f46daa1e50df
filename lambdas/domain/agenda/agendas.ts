import type { Day } from '../days/day.ts';
import type { FixedAgenda } from '../weeks/facts.ts';
import { type Agenda, agendaFor, fixAgenda } from './agenda.ts';
import type { AgendaFigures } from './attendants.ts';
import { isMeetingDay, type MeetingSegment, meetingSegments, nextMeetingDay } from './meeting-days.ts';

/** What a segment has on the WIP meeting tab: today's agenda, or else the next one as it looks now. */
export interface SegmentAgenda {
  readonly segment: MeetingSegment;
  /** Absent = no meeting day in sight. */
  readonly agenda?: Agenda;
  /** The meeting day after today, when the agenda is today's. */
  readonly next?: Day;
}

/** "after the meeting hour the tab shows today's agenda still, and names the next meeting day" */
export function agendasShown(figures: AgendaFigures, agendas: readonly FixedAgenda[]): SegmentAgenda[] {
  const { rules, today } = figures;
  return meetingSegments(rules, today).map((segment): SegmentAgenda => {
    const ahead = nextMeetingDay(rules, segment, today + 1);
    const day = isMeetingDay(rules, segment, today) ? today : ahead;
    if (day === undefined) return { segment };
    const agenda = agendaFor(figures, segment, day, agendas);
    return { segment, agenda, ...(day === today && ahead !== undefined && { next: ahead }) };
  });
}

/** "The choice of deals and drill is fixed when the day begins": the agendas of today that are not fixed yet. */
export function agendasToFix(figures: AgendaFigures, agendas: readonly FixedAgenda[]): FixedAgenda[] {
  const { rules, today } = figures;
  return meetingSegments(rules, today)
    .filter((segment) => isMeetingDay(rules, segment, today))
    .filter((segment) => !agendas.some((agenda) => agenda.segment === segment && agenda.day === today))
    .map((segment) => fixAgenda(agendaFor(figures, segment, today, agendas)));
}
