import type { Cell, Grid } from './cell.ts';
import type { Column } from './columns.ts';
import { readDate } from './date-cell.ts';
import type { Day } from './day.ts';
import type { LocaleRules } from './locale.ts';
import { phrase } from './phrase.ts';
import { readTable, type SettingsProblem, type TableRow, textOf } from './table.ts';

export type Segment = 'Inside' | 'Field';

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
const COLUMNS: readonly Column<Field>[] = [
  { field: 'rep', name: 'Rep', aliases: ['Salesperson', 'Name'], required: true },
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

export const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5];

/** The Team tab; what can't be used is left at its default and listed. */
export function readTeam(grid: Grid | undefined, locale: LocaleRules): { team: Team; problems: SettingsProblem[] } {
  const table = readTable('Team', grid, COLUMNS);
  const problems: SettingsProblem[] = [...table.problems];
  const members: TeamMember[] = [];
  const names = new Map<string, string>();
  for (const row of table.rows) {
    const name = textOf(row.cells.rep);
    if (name === '') {
      problems.push({ address: row.address('rep'), expected: 'the name of a rep', got: 'nothing' });
      continue;
    }
    const known = [name, textOf(row.cells.email), ...textOf(row.cells.aliases).split(/[;,]/u)];
    for (const text of known.filter((candidate) => candidate.trim() !== '')) {
      const owner = names.get(phrase(text));
      if (owner === undefined) names.set(phrase(text), name);
      else if (owner !== name || text === name) {
        problems.push({
          address: row.address('rep'),
          expected: `a name, e-mail or alias that ${owner} does not have already`,
          got: text.trim(),
        });
      }
    }
    members.push(memberOf(name, row, locale, problems));
  }
  return { team: { exists: members.length > 0, members, names }, problems };
}

function memberOf(name: string, row: TableRow<Field>, locale: LocaleRules, problems: SettingsProblem[]): TeamMember {
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
  const segment = segmentText === 'inside' ? 'Inside' : segmentText === 'field' ? 'Field' : undefined;
  if (!segment && segmentText !== '') reject('segment', 'Inside or Field');
  const start = day('start');
  const end = day('end');
  const hours = row.cells.hours;
  if (hours !== undefined && typeof hours !== 'number') reject('hours', 'a number of hours');
  return {
    name,
    ...(segment && { segment }),
    ...(row.cells.manager !== undefined && { manager: textOf(row.cells.manager) }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(typeof hours === 'number' && { hoursAWeek: hours }),
    workDays:
      workDaysOf(row.cells.workDays) ?? reject('workDays', 'days such as Mon-Thu or Mon, Wed, Fri') ?? MONDAY_TO_FRIDAY,
  };
}

const DAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

/** `Mon-Thu`, `Mon, Wed, Fri`, `5` (the first five from Monday); blank = Monday to Friday; `undefined` = unreadable. */
function workDaysOf(cell: Cell): readonly number[] | undefined {
  const text = phrase(textOf(cell));
  if (text === '') return MONDAY_TO_FRIDAY;
  if (/^[1-7]$/.test(text)) return [1, 2, 3, 4, 5, 6, 0].slice(0, Number(text));
  const days = new Set<number>();
  for (const part of text.split(/[;,/&]+|\band\b|\s+(?![-–])(?<![-–]\s*)/u).filter((piece) => piece.trim() !== '')) {
    const [from, to] = part.split(/\s*[-–]\s*/u).map((word) => DAYS.indexOf(word.trim().slice(0, 2)));
    if (from === undefined || from < 0 || to === -1) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === (to ?? from)) break;
    }
  }
  return [...days].sort();
}
