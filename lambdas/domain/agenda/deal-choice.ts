import type { Day } from '../days/day.ts';
import type { DealStandards } from '../deals/deal-signals.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { FixedAgenda } from '../weeks/facts.ts';
import { agendaKey } from './agenda-key.ts';
import type { AgendaFigures, Attendant } from './attendants.ts';
import { type Discussed, keysOf } from './discussed.ts';
import { dealsPerRep, meetingBudget, meetingGroups } from './meeting-budget.ts';
import type { MeetingSegment } from './meeting-days.ts';
import { type KeyedDeal, notableDeals, type ScoredDeal, scoredDeal } from './notable-deals.ts';

/** A meeting of a segment: who, when, and what was discussed before. */
export interface SegmentMeeting {
  readonly segment: MeetingSegment;
  readonly day: Day;
  readonly since: Day;
  readonly invited: readonly Attendant[];
  /** Of these, who works that day. */
  readonly present: readonly Attendant[];
  readonly discussed: Discussed;
}

export interface DealChoice {
  readonly byRep: ReadonlyMap<RepKey, readonly KeyedDeal[]>;
  /** Deals that were chosen when the day began and have been decided since. */
  readonly decidedSince: number;
}

export const keysOfReps = (reps: readonly Attendant[]): readonly RepKey[] => reps.map(({ key }) => key);

/** Two or three notable deals for each rep who is there. */
export function freshDeals(figures: AgendaFigures, { invited, present, since, discussed }: SegmentMeeting): DealChoice {
  const ours = new Set(keysOfReps(invited));
  const standards = standardsSince(figures, since);
  // The deals of others are many and not scored.
  const scored: ScoredDeal[] = [];
  for (const line of figures.openDeals)
    if (line.lastReps.some((rep) => ours.has(rep))) scored.push(scoredDeal(line, standards));
  const [group = []] = meetingGroups(present);
  const most = dealsPerRep(meetingBudget(figures.rules.settings.meetingMinutes), group.length);
  return { byRep: notableDeals(scored, keysOfReps(present), most, discussed), decidedSince: 0 };
}

/** The deals of a fixed agenda, in its order, without those that were decided since. */
export function fixedDeals(figures: AgendaFigures, { since }: SegmentMeeting, fixed: FixedAgenda): DealChoice {
  const keys = new Set(keysOf(fixed));
  const standards = standardsSince(figures, since);
  const open = new Map<string, KeyedDeal>();
  for (const line of figures.openDeals) {
    const key = agendaKey(line);
    if (keys.has(key)) open.set(key, { ...scoredDeal(line, standards), key });
  }
  return {
    byRep: new Map(fixed.deals.map(([rep, own]) => [rep, own.flatMap((key) => open.get(key) ?? [])])),
    decidedSince: keys.size - open.size,
  };
}

const standardsSince = ({ standards }: AgendaFigures, since: Day): DealStandards => ({
  ...standards,
  lastMeeting: () => since,
});
