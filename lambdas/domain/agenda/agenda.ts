import { eligibleDays } from '../days/calendar.ts';
import type { Day } from '../days/day.ts';
import type { Drill } from '../inputs/drills.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { FixedAgenda } from '../weeks/facts.ts';
import type { Figures } from '../weeks/figures.ts';
import { figuresBetween } from '../weeks/figures-between.ts';
import { type AgendaFigures, attendants } from './attendants.ts';
import { fixedDeals, freshDeals, keysOfReps, type SegmentMeeting } from './deal-choice.ts';
import { type Discussed, discussedBefore } from './discussed.ts';
import { drillFor, drillNamed, lastDrilled } from './drill-choice.ts';
import { type BudgetItem, meetingBudget, meetingGroups } from './meeting-budget.ts';
import { lastMeetingDay, type MeetingSegment, meetingsOn } from './meeting-days.ts';
import type { KeyedDeal } from './notable-deals.ts';
import { type Question, questionsFor } from './questions.ts';
import { type WeakestStep, weakestStep } from './weakest-step.ts';

/** What one segment talks about in one meeting. */
export interface Agenda {
  readonly segment: MeetingSegment;
  readonly day: Day;
  /** The meeting before: what was done in [since, day) is told. */
  readonly since: Day;
  /** Reps who are there that day, in the order of their names. */
  readonly reps: readonly RepAgenda[];
  /** Reps of the segment who do not work that day. */
  readonly away: readonly string[];
  readonly drill?: Drill;
  /** Why that drill; absent = too little history to tell. */
  readonly weakest?: WeakestStep;
  readonly budget: readonly BudgetItem[];
  /** Names of the reps in groups that can meet in that time; one group where they are few. */
  readonly groups: readonly (readonly string[])[];
  /** Deals that were chosen when the day began and have been decided since. */
  readonly decidedSince: number;
}

export interface RepAgenda {
  readonly key: RepKey;
  readonly name: string;
  /** Days since the last meeting on which the rep was expected to work, halves for half days; 0 = off. */
  readonly eligible: number;
  readonly done: Figures;
  /** Days since the last meeting with at least one MSI, and how many. */
  readonly days: readonly (readonly [day: Day, msis: number])[];
  /** What the rep said aloud in this meeting, once it is typed. */
  readonly stated?: number;
  readonly deals: readonly NotableDeal[];
}

export interface NotableDeal extends KeyedDeal {
  readonly questions: readonly [now: Question, ...reserve: Question[]];
  /** It was discussed in the last meeting too: nothing else qualified. */
  readonly again: boolean;
}

/**
 * The agenda of a segment's meeting. `agendas`: those remembered, of any segment. One of this segment and day fixes the
 * choice of deals and drill; counts and reasons follow the rows. A pure function of its arguments.
 */
export function agendaFor(
  figures: AgendaFigures,
  segment: MeetingSegment,
  day: Day,
  agendas: readonly FixedAgenda[],
): Agenda {
  const { rules } = figures;
  const since = lastMeetingDay(rules, segment, day);
  const invited = attendants(figures, segment, day);
  const present = invited.filter(({ member }) => eligibleDays(member, rules.calendar, day, day + 1) > 0);
  const discussed = discussedBefore(rules, segment, agendas, day);
  const meeting: SegmentMeeting = { segment, day, since, invited, present, discussed };
  const fixed = agendas.find((agenda) => agenda.segment === segment && agenda.day === day);
  const weakest = weakestStep({ ...figures, settings: rules.settings }, keysOfReps(invited), figures.today);
  const deals = fixed ? fixedDeals(figures, meeting, fixed) : freshDeals(figures, meeting);
  const drill = fixed
    ? drillNamed(rules.drills, fixed.drill)
    : drillFor(rules.drills, weakest?.step, lastDrilled(rules, segment, agendas, day));
  const stated = new Map(meetingsOn(rules, segment, day).flatMap((noted) => [...noted.stated]));
  return {
    segment,
    day,
    since,
    reps: present.map(({ key, name, member }) => {
      const said = stated.get(key);
      const own = withQuestions(deals.byRep.get(key) ?? [], day, discussed);
      return {
        key,
        name,
        eligible: eligibleDays(member, rules.calendar, since, day),
        ...activity(figures, key, since, day),
        deals: own,
        ...(said !== undefined && { stated: said }),
      };
    }),
    away: invited.flatMap((each) => (present.includes(each) ? [] : [each.name])),
    budget: meetingBudget(rules.settings.meetingMinutes),
    groups: meetingGroups(present.map(({ name }) => name)),
    decidedSince: deals.decidedSince,
    ...(drill && { drill }),
    ...(weakest && { weakest }),
  };
}

/** What is remembered of an agenda: "the choice of deals and drill is fixed when the day begins". */
export function fixAgenda({ segment, day, reps, drill }: Agenda): FixedAgenda {
  const deals = reps.map((rep): [RepKey, string[]] => [rep.key, rep.deals.map(({ key }) => key)]);
  return { segment, day, deals, ...(drill && { drill: drill.name }) };
}

function withQuestions(deals: readonly KeyedDeal[], day: Day, discussed: Discussed): NotableDeal[] {
  const asked = new Set<string>();
  return deals.map((deal) => ({
    ...deal,
    questions: questionsFor(deal, day, asked),
    again: discussed.last.has(deal.key),
  }));
}

/** "Content since the segment's last meeting: MSIs per rep and day with what they were". */
function activity(
  { weeks, rules }: AgendaFigures,
  rep: RepKey,
  since: Day,
  day: Day,
): Pick<RepAgenda, 'done' | 'days'> {
  const between = (from: Day, to: Day): Figures => figuresBetween(weeks, rep, from, to, rules.settings.weekStartsOn);
  const days: [Day, number][] = [];
  for (let each = since; each < day; each++) {
    const { msis } = between(each, each + 1);
    if (msis !== 0) days.push([each, msis]);
  }
  return { done: between(since, day), days };
}
