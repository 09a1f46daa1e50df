import type { Grid } from '../cells/cell.ts';
import type { Column } from '../cells/columns.ts';
import { readDate } from '../cells/date-cell.ts';
import type { LocaleRules } from '../cells/locale.ts';
import { nameOf } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { readTable, type SettingsProblem, textOf } from '../cells/table.ts';
import { SEGMENTS, type Segment, type Team, type TeamMember } from '../inputs/team.ts';
import { type Day, dayOfWeek } from './day.ts';
import { MONDAY_TO_FRIDAY } from './work-days.ts';

export const DAY_OFF_KINDS = ['Holiday', 'Leave', 'Half day'] as const;

export interface DayOff {
  readonly day: Day;
  /** Name of a rep, a segment, or absent = everyone. */
  readonly who?: string;
  readonly kind: (typeof DAY_OFF_KINDS)[number];
}

type Field = 'date' | 'who' | 'kind';
export const CALENDAR_COLUMNS: readonly Column<Field>[] = [
  { field: 'date', name: 'Date', required: true },
  { field: 'who', name: 'Rep or Segment', aliases: ['Rep', 'Segment', 'Who', 'Salesperson', 'Owner', 'Agent'] },
  { field: 'kind', name: 'Kind', aliases: ['Type'] },
];
const KINDS: ReadonlyMap<string, DayOff['kind']> = new Map([
  ...DAY_OFF_KINDS.map((kind): [string, DayOff['kind']] => [phrase(kind), kind]),
  ['halfday', 'Half day'],
]);
const segments: ReadonlyMap<string, Segment> = new Map(SEGMENTS.map((segment) => [phrase(segment), segment]));

/** The Calendar tab; what can't be used is left out and listed. */
export function readCalendar(
  grid: Grid | undefined,
  locale: LocaleRules,
  team: Team,
): { calendar: readonly DayOff[]; problems: SettingsProblem[] } {
  const table = readTable('Calendar', grid, CALENDAR_COLUMNS);
  const problems: SettingsProblem[] = [...table.problems];
  const calendar: DayOff[] = [];
  for (const row of table.rows) {
    const reading = readDate(row.cells.date, locale.dateOrder, locale.monthNames);
    const kind = row.cells.kind === undefined ? 'Holiday' : KINDS.get(phrase(textOf(row.cells.kind).replace('-', ' ')));
    const typed = nameOf(row.cells.who);
    const everyone = typed === '' || phrase(typed) === 'everyone';
    const who = everyone ? undefined : (team.names.get(phrase(typed)) ?? segments.get(phrase(typed)));
    if (!('day' in reading))
      problems.push({ address: row.address('date'), expected: 'a date', got: textOf(row.cells.date) || 'nothing' });
    else if (!kind)
      problems.push({
        address: row.address('kind'),
        expected: 'Holiday, Leave or Half day',
        got: textOf(row.cells.kind),
      });
    else if (!everyone && !who)
      problems.push({
        address: row.address('who'),
        expected: 'a rep of the Team tab, Inside, Field, or blank for everyone',
        got: typed,
      });
    else calendar.push({ day: reading.day, kind, ...(who && { who }) });
  }
  return { calendar, problems };
}

/**
 * Days in [from, to) on which a rep is expected to work, halves for half days: work days of the week, less holidays and
 * leave, within the start and end date. Without a Team entry: Monday to Friday.
 */
export function eligibleDays(member: TeamMember | undefined, calendar: readonly DayOff[], from: Day, to: Day): number {
  let sum = 0;
  for (let day = from; day < to; day++) sum += eligible(member, calendar, day);
  return sum;
}

function eligible(member: TeamMember | undefined, calendar: readonly DayOff[], day: Day): number {
  if (!(member?.workDays ?? MONDAY_TO_FRIDAY).includes(dayOfWeek(day))) return 0;
  if ((member?.start ?? day) > day || (member?.end ?? day) < day) return 0;
  const off = calendar.filter(
    (entry) => entry.day === day && (!entry.who || entry.who === member?.name || entry.who === member?.segment),
  );
  if (off.some((entry) => entry.kind !== 'Half day')) return 0;
  return off.length > 0 ? 0.5 : 1;
}
