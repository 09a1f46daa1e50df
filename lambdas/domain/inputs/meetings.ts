import type { Cell, Grid } from '../cells/cell.ts';
import type { Column } from '../cells/columns.ts';
import { readDate } from '../cells/date-cell.ts';
import type { LocaleRules } from '../cells/locale.ts';
import { nameOf } from '../cells/name-cell.ts';
import { wholeNumber } from '../cells/number-cell.ts';
import { headerKey, phrase } from '../cells/phrase.ts';
import { readTable, type SettingsProblem, type TableRow, textOf } from '../cells/table.ts';
import type { Day } from '../days/day.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { Segment, Team } from './team.ts';

/** A work-in-progress meeting as somebody wrote it down. */
export interface Meeting {
  readonly day: Day;
  /** '' = everyone. */
  readonly segment: Segment | '';
  readonly held: boolean;
  readonly minutes?: number;
  /** As typed. */
  readonly drill?: string;
  /** MSIs since the meeting before, as each rep said them aloud. */
  readonly stated: ReadonlyMap<RepKey, number>;
}

type OwnField = 'date' | 'segment' | 'held' | 'minutes' | 'drill';
/** A column of a rep is known by the rep's key. */
type Field = OwnField | `r:${string}`;

/** The columns of the Meetings tab that do not depend on the team. */
export const MEETINGS_COLUMNS: readonly Column<Field>[] = [
  { field: 'date', name: 'Date', aliases: ['Day'], required: true },
  { field: 'segment', name: 'Segment' },
  { field: 'held', name: 'Held' },
  { field: 'minutes', name: 'Minutes', aliases: ['Length'] },
  { field: 'drill', name: 'Drill' },
];
const SEGMENTS: ReadonlyMap<string, Segment | ''> = new Map([
  ['', ''],
  ['everyone', ''],
  ['all', ''],
  ['inside', 'Inside'],
  ['field', 'Field'],
]);
const HELD: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['held', true],
  ['no', false],
  ['n', false],
  ['false', false],
  ['cancelled', false],
  ['canceled', false],
]);
const MOST_MSIS = 9999;
const MOST_MINUTES = 600;

/**
 * The Meetings tab, oldest first, with one column for each rep of the Team tab (found by name, e-mail or alias); other
 * columns are nobody's business. A row without a date, a segment or a Held that can be read is left out; of the others a
 * bad cell alone is. All are listed.
 */
export function readMeetings(
  grid: Grid | undefined,
  locale: LocaleRules,
  team: Team,
): { meetings: readonly Meeting[]; problems: SettingsProblem[] } {
  const reps = repColumns(team);
  // Ours come last, so that a rep called "Drill" does not take over the column of the drills.
  const table = readTable('Meetings', grid, [...reps, ...MEETINGS_COLUMNS]);
  const problems: SettingsProblem[] = [...table.problems];
  const meetings = table.rows.flatMap((row) => meetingOf(row, locale, reps, problems) ?? []);
  return { meetings: meetings.sort((a, b) => a.day - b.day || bySegment(a, b)), problems };
}

const bySegment = (a: Meeting, b: Meeting): number => Number(a.segment > b.segment) - Number(a.segment < b.segment);

function meetingOf(
  row: TableRow<Field>,
  locale: LocaleRules,
  reps: readonly Column<Field>[],
  problems: SettingsProblem[],
): Meeting | undefined {
  const reject = (field: Field, expected: string): undefined => {
    problems.push({ address: row.address(field), expected, got: textOf(row.cells[field]) || 'nothing' });
    return undefined;
  };
  const whole = (field: Field, most: number, expected: string): number | undefined => {
    const number = wholeNumber(row.cells[field], 0, most, undefined);
    return Number.isNaN(number) ? reject(field, expected) : number;
  };
  const date = readDate(row.cells.date, locale.dateOrder, locale.monthNames);
  if (!('day' in date)) return reject('date', 'a date');
  const segment = SEGMENTS.get(phrase(textOf(row.cells.segment)));
  if (segment === undefined) return reject('segment', 'Inside, Field, or blank for everyone');
  const said = heldOf(row.cells.held);
  if (said === 'unreadable') return reject('held', 'Yes or No');
  const minutes = whole('minutes', MOST_MINUTES, `whole minutes up to ${MOST_MINUTES}`);
  const drill = nameOf(row.cells.drill);
  const stated = new Map<RepKey, number>();
  for (const { field } of reps) {
    const msis = whole(field, MOST_MSIS, 'a whole number of MSIs');
    if (msis !== undefined) stated.set(field, msis);
  }
  return {
    day: date.day,
    segment,
    // A box that is not ticked reads as blank; a row that tells how long it took, or what was said, was a meeting.
    held: said ?? (minutes !== undefined || stated.size > 0),
    stated,
    ...(minutes !== undefined && { minutes }),
    ...(drill !== '' && { drill }),
  };
}

function heldOf(cell: Cell): boolean | undefined | 'unreadable' {
  const text = phrase(textOf(cell));
  return text === '' ? undefined : (HELD.get(text) ?? 'unreadable');
}

/** One column for each member: the name as Team spells it, e-mail and aliases beside it. */
function repColumns({ members, names }: Team): Column<Field>[] {
  const aliases = (name: string): string[] =>
    [...names].flatMap(([alias, owner]) => (owner === name && alias !== phrase(name) ? [alias] : []));
  return members
    .map(({ name }): Column<Field> => ({ field: `r:${phrase(name)}`, name, aliases: aliases(name).filter(isHeader) }))
    .filter(({ name }) => isHeader(name));
}

/** A name of dashes alone would be found in every blank cell of the header row. */
const isHeader = (name: string): boolean => headerKey(name) !== '';
