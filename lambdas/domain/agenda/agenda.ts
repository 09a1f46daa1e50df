import { eligibleDays } from '../calendar.ts';
import type { Day } from '../day.ts';
import { dealStandards } from '../deal-standards.ts';
import type { Drill } from '../drills.ts';
import type { FixedAgenda } from '../facts.ts';
import type { Figures } from '../figures.ts';
import { figuresBetween } from '../figures-between.ts';
import { lastMeetingDay, type MeetingSegment, meetingsOn } from '../meeting-days.ts';
import { phrase } from '../phrase.ts';
import type { RepKey } from '../rep-key.ts';
import type { Rules } from '../rules.ts';
import { type Attendant, attendants, type Sellers } from './attendants.ts';
import { type Discussed, discussedBefore, keysOf } from './discussed.ts';
import { drillFor, lastDrilled } from './drill-choice.ts';
import { type BudgetItem, dealsPerRep, meetingBudget, meetingGroups } from './meeting-budget.ts';
import { notableDeals, type ScoredDeal, scoredDeal } from './notable-deals.ts';
import { type Question, questionsFor } from './questions.ts';
import { type WeakestStep, weakestStep } from './weakest-step.ts';

/** What an agenda is made from; `today` = the day of the as-of. */
export interface AgendaFigures extends Sellers {
  readonly today: Day;
}

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
  readonly done: Figures;
  /** MSIs of each day since the last meeting that has any. */
  readonly days: readonly (readonly [day: Day, msis: number])[];
  /** What the rep said aloud in this meeting, once it is typed. */
  readonly stated?: number;
  readonly deals: readonly NotableDeal[];
}

export interface NotableDeal extends ScoredDeal {
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
  const { rules, today, openDeals } = figures;
  const since = lastMeetingDay(rules, segment, day);
  const invited = attendants(figures, segment, day);
  const present = invited.filter(({ member }) => eligibleDays(member, rules.calendar, day, day + 1) > 0);
  const budget = meetingBudget(rules.settings.meetingMinutes);
  const groups = meetingGroups(present.map(({ name }) => name));
  const discussed = discussedBefore(rules, segment, agendas, day);
  const fixed = agendas.find((agenda) => agenda.segment === segment && agenda.day === day);
  const standards = dealStandards(figures, today, () => since);
  const scored = openDeals.map((line) => scoredDeal(line, standards));
  const most = dealsPerRep(budget, groups[0]?.length ?? 0);
  const keys = present.map(({ key }) => key);
  const chosen = fixed ? stillOpen(fixed, scored) : notableDeals(scored, keys, most, discussed);
  const members = invited.map(({ key }) => key);
  const weakest = weakestStep({ ...figures, settings: rules.settings }, members, today);
  const drill = fixed
    ? drillNamed(rules, fixed.drill)
    : drillFor(rules.drills, weakest?.step, lastDrilled(rules, segment, agendas, day));
  const stated = new Map(meetingsOn(rules, segment, day).flatMap((meeting) => [...meeting.stated]));
  const repAgenda = ({ key, name }: Attendant): RepAgenda => {
    const said = stated.get(key);
    const deals = withQuestions(chosen.get(key) ?? [], day, discussed);
    return { key, name, ...activity(figures, key, since, day), deals, ...(said !== undefined && { stated: said }) };
  };
  return {
    segment,
    day,
    since,
    reps: present.map(repAgenda),
    away: invited.flatMap((each) => (present.includes(each) ? [] : [each.name])),
    budget,
    groups,
    decidedSince: fixed ? keysOf(fixed).filter((key) => !scored.some((deal) => deal.key === key)).length : 0,
    ...(drill && { drill }),
    ...(weakest && { weakest }),
  };
}

/** What is remembered of an agenda: "the choice of deals and drill is fixed when the day begins". */
export function fixAgenda({ segment, day, reps, drill }: Agenda): FixedAgenda {
  const deals = reps.map((rep): [RepKey, string[]] => [rep.key, rep.deals.map(({ key }) => key)]);
  return { segment, day, deals, ...(drill && { drill: drill.name }) };
}

/** The deals of a fixed agenda, in its order, without those that were decided since. */
function stillOpen(fixed: FixedAgenda, scored: readonly ScoredDeal[]): ReadonlyMap<RepKey, readonly ScoredDeal[]> {
  const byKey = new Map(scored.map((deal) => [deal.key, deal]));
  return new Map(fixed.deals.map(([rep, keys]) => [rep, keys.flatMap((key) => byKey.get(key) ?? [])]));
}

/** A drill that was renamed since is still the one of today. */
function drillNamed({ drills }: Rules, name: string | undefined): Drill | undefined {
  if (name === undefined) return undefined;
  return drills.find((drill) => phrase(drill.name) === phrase(name)) ?? { name, script: '' };
}

function withQuestions(deals: readonly ScoredDeal[], day: Day, discussed: Discussed): NotableDeal[] {
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
