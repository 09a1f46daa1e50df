import { civilOf, type Day, dayOfWeek } from '../../lambdas/domain/days/day.ts';
import { weekOf } from '../../lambdas/domain/days/week.ts';
import { bankHolidays } from './bank-holidays.ts';
import { LEAVE, type SampleRep } from './roster.ts';

const FULL_WEEKS = 28;
const DAYS_AHEAD = 90;
const SATURDAY = 6;
/** In fewer weeks than this nobody is away for one of them. */
const SHORT = 8;
const WEDNESDAY_AFTER = 2;

interface CalendarEntry {
  readonly day: Day;
  /** A rep, a segment, or blank = everyone. */
  readonly who: string;
  readonly kind: 'Holiday' | 'Leave' | 'Half day';
}

/** Who is expected to work when. */
export interface WorkPlan {
  /** The Monday of the first week. */
  readonly first: Day;
  readonly today: Day;
  readonly weeks: number;
  readonly calendar: readonly CalendarEntry[];
  startOf(rep: SampleRep): Day;
  /** The share of a day that a rep works: 0, 0.5 or 1. */
  share(rep: SampleRep, day: Day): number;
}

export function workPlan(today: Day, weeks: number): WorkPlan {
  const first = weekOf(today, 1) - 7 * (weeks - 1);
  const week = (index: number): Day => first + 7 * Math.floor((index * weeks) / FULL_WEEKS);
  const calendar = calendarOf(first, today, weeks, week);
  const startOf = (rep: SampleRep): Day => week(rep.fromWeek);
  const share = (rep: SampleRep, day: Day): number => {
    if (dayOfWeek(day) === 0 || dayOfWeek(day) === SATURDAY || day < startOf(rep)) return 0;
    const off = calendar.filter((entry) => entry.day === day && ['', rep.name, rep.segment].includes(entry.who));
    if (off.some((entry) => entry.kind !== 'Half day')) return 0;
    return off.length > 0 ? 0.5 : 1;
  };
  return { first, today, weeks, calendar, startOf, share };
}

function calendarOf(first: Day, today: Day, weeks: number, week: (index: number) => Day): CalendarEntry[] {
  const last = today + DAYS_AHEAD;
  const years = new Set([civilOf(first).year, civilOf(today).year, civilOf(last).year]);
  const holidays = [...years].flatMap((year) => bankHolidays(year)).filter(({ day }) => day >= first && day <= last);
  const leave = (who: string, monday: Day): CalendarEntry[] =>
    Array.from({ length: 5 }, (_, i) => ({ day: monday + i, who, kind: 'Leave' }));
  return [
    ...holidays.map(({ day }): CalendarEntry => ({ day, who: '', kind: 'Holiday' })),
    ...(weeks >= SHORT ? leave(LEAVE.rep, week(LEAVE.week)) : []),
    // Training of the inside reps, and a holiday that is still to come.
    { day: week(9) + WEDNESDAY_AFTER, who: 'Inside', kind: 'Half day' } as const,
    ...leave('Oscar', weekOf(today, 1) + 14),
  ].sort((a, b) => a.day - b.day);
}
