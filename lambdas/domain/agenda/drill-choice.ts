import { phrase } from '../cells/phrase.ts';
import type { Day } from '../days/day.ts';
import type { Drill, DrilledStep } from '../inputs/drills.ts';
import type { Rules } from '../inputs/rules.ts';
import type { FixedAgenda } from '../weeks/facts.ts';
import { type MeetingSegment, meetingsOn } from './meeting-days.ts';

/** What trains the way out of a step: a deal that was asked for is closed by how one asks, and by how one closes. */
const TRAINED_BY: readonly (readonly DrilledStep[])[] = [['attempt'], ['opportunity'], ['ask', 'close']];

/**
 * "a drill for the weakest step, least recently drilled first": of the drills that train it, else of all, one that was
 * never drilled, else the one whose last time is longest ago; in the order of the Drills tab.
 */
export function drillFor(
  drills: readonly Drill[],
  step: number | undefined,
  lastDrilled: ReadonlyMap<string, Day>,
): Drill | undefined {
  const trainers = step === undefined ? [] : (TRAINED_BY[step] ?? []);
  const fitting = drills.filter(({ trains }) => trains === undefined || trainers.includes(trains));
  const last = ({ name }: Drill): Day => lastDrilled.get(phrase(name)) ?? Number.NEGATIVE_INFINITY;
  const [first, ...others] = fitting.length > 0 && step !== undefined ? fitting : drills;
  return first && others.reduce((oldest, drill) => (last(drill) < last(oldest) ? drill : oldest), first);
}

/**
 * When a segment last drilled what, before a day: by the Meetings tab, and where it is silent about a day, by the agenda
 * of that day.
 */
export function lastDrilled(
  rules: Pick<Rules, 'meetings'>,
  segment: MeetingSegment,
  agendas: readonly FixedAgenda[],
  before: Day,
): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  const note = (drill: string | undefined, day: Day): void => {
    if (drill === undefined || day >= before) return;
    days.set(phrase(drill), Math.max(day, days.get(phrase(drill)) ?? day));
  };
  for (const meeting of rules.meetings) {
    const ours = meeting.segment === segment || meeting.segment === '' || segment === '';
    if (ours && meeting.held) note(meeting.drill, meeting.day);
  }
  for (const agenda of agendas) {
    if (agenda.segment === segment && meetingsOn(rules, segment, agenda.day).length === 0) {
      note(agenda.drill, agenda.day);
    }
  }
  return days;
}

/** A drill that was renamed since is still the one of today. */
export function drillNamed(drills: readonly Drill[], name: string | undefined): Drill | undefined {
  if (name === undefined) return undefined;
  return drills.find((drill) => phrase(drill.name) === phrase(name)) ?? { name, script: '' };
}
