import type { Grid } from '../cells/cell.ts';
import type { Column } from '../cells/columns.ts';
import { readDate } from '../cells/date-cell.ts';
import { isErrorCell } from '../cells/error-cell.ts';
import type { LocaleRules } from '../cells/locale.ts';
import { readMoney } from '../cells/money-cell.ts';
import { nameOf, shortName } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { readTable, type SettingsProblem, type TableRow, textOf } from '../cells/table.ts';
import type { Day } from '../days/day.ts';
import { MONDAY_TO_FRIDAY, workDaysOf } from '../days/work-days.ts';

export const SEGMENTS = ['Inside', 'Field'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** A member of the Team tab. */
export interface TeamMember {
  readonly name: string;
  readonly segment?: Segment;
  readonly manager?: string;
  /** First and last day on the team; absent = open. */
  readonly start?: Day;
  readonly end?: Day;
  /** Days of the week that are worked, 0 = Sunday; absent = Monday to Friday. */
  readonly workDays: readonly number[];
  readonly hoursAWeek?: number;
  /** Minor units: what a deal of this rep usually brings. */
  readonly averageDeal?: number;
}

export interface Team {
  /** Whether there is a Team tab with at least one rep: only then is a name that is not on it flagged. */
  readonly exists: boolean;
  readonly members: readonly TeamMember[];
  /** Name, e-mail or alias (normalised) -> name. */
  readonly names: ReadonlyMap<string, string>;
}

type Field =
  | 'rep'
  | 'email'
  | 'aliases'
  | 'segment'
  | 'manager'
  | 'start'
  | 'end'
  | 'workDays'
  | 'hours'
  | 'averageDeal';
/** The columns of the Team tab, in their order. */
export const TEAM_COLUMNS: readonly Column<Field>[] = [
  { field: 'rep', name: 'Rep', aliases: ['Name', 'Salesperson', 'Owner', 'Agent'], required: true },
  { field: 'email', name: 'Email', aliases: ['E-mail', 'Email Address'] },
  { field: 'aliases', name: 'Aliases', aliases: ['Alias'] },
  { field: 'segment', name: 'Segment' },
  { field: 'manager', name: 'Manager' },
  { field: 'start', name: 'Start date' },
  { field: 'end', name: 'End date' },
  { field: 'workDays', name: 'Work days' },
  { field: 'hours', name: 'Hours a week' },
  { field: 'averageDeal', name: 'Average deal' },
];

/** The Team tab; what can't be used is left at its default and listed. */
export function readTeam(
  grid: Grid | undefined,
  locale: LocaleRules,
  minorDigits = 2,
): { team: Team; problems: SettingsProblem[] } {
  const table = readTable('Team', grid, TEAM_COLUMNS);
  const problems: SettingsProblem[] = [...table.problems];
  const members: TeamMember[] = [];
  const named: NamedRow[] = [];
  for (const row of table.rows) {
    const name = isErrorCell(row.cells.rep) ? '' : nameOf(row.cells.rep);
    if (name === '') {
      const got = textOf(row.cells.rep) || 'nothing';
      problems.push({ address: row.address('rep'), expected: 'the name of a rep', got });
      continue;
    }
    named.push({ name, row });
    members.push(memberOf(name, row, locale, minorDigits, problems));
  }
  return { team: { exists: members.length > 0, members, names: namesOf(named, problems) }, problems };
}

interface NamedRow {
  readonly name: string;
  readonly row: TableRow<Field>;
}

/** Names come before e-mails and aliases, so that nobody's rows go to a colleague who has that name as an alias. */
function namesOf(rows: readonly NamedRow[], problems: SettingsProblem[]): Map<string, string> {
  const names = new Map<string, string>();
  const claim = ({ name, row }: NamedRow, field: 'rep' | 'email' | 'aliases', text: string): void => {
    const owner = names.get(phrase(text));
    if (owner === undefined) names.set(phrase(text), name);
    else if (owner !== name || field === 'rep') {
      const expected = `a name, e-mail or alias that ${owner} does not have already`;
      problems.push({ address: row.address(field), expected, got: text });
    }
  };
  for (const named of rows) claim(named, 'rep', named.name);
  for (const named of rows) {
    for (const field of ['email', 'aliases'] as const) {
      const texts = textOf(named.row.cells[field]).split(/[;,]/u);
      for (const text of texts.map((part) => shortName(part.trim()))) if (text !== '') claim(named, field, text);
    }
  }
  return names;
}

function memberOf(
  name: string,
  row: TableRow<Field>,
  locale: LocaleRules,
  minorDigits: number,
  problems: SettingsProblem[],
): TeamMember {
  const reject = (field: Field, expected: string): undefined => {
    problems.push({ address: row.address(field), expected, got: textOf(row.cells[field]) });
    return undefined;
  };
  const day = (field: 'start' | 'end'): Day | undefined => {
    if (row.cells[field] === undefined) return undefined;
    const reading = readDate(row.cells[field], locale.dateOrder, locale.monthNames);
    return 'day' in reading ? reading.day : reject(field, 'a date');
  };
  const segmentText = phrase(textOf(row.cells.segment));
  const segment = SEGMENTS.find((name) => phrase(name) === segmentText);
  if (!segment && segmentText !== '') reject('segment', 'Inside or Field');
  const start = day('start');
  const end = day('end');
  const hours = row.cells.hours;
  if (hours !== undefined && typeof hours !== 'number') reject('hours', 'a number of hours');
  const money =
    row.cells.averageDeal === undefined ? undefined : readMoney(row.cells.averageDeal, locale.decimal, minorDigits);
  if (money && !('minor' in money)) reject('averageDeal', 'an amount');
  return {
    name,
    ...(money && 'minor' in money && { averageDeal: money.minor }),
    ...(segment && { segment }),
    ...(row.cells.manager !== undefined && { manager: textOf(row.cells.manager) }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(typeof hours === 'number' && { hoursAWeek: hours }),
    workDays:
      workDaysOf(row.cells.workDays) ?? reject('workDays', 'days such as Mon-Thu or Mon, Wed, Fri') ?? MONDAY_TO_FRIDAY,
  };
}
