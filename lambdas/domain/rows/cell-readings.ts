import type { Cell } from '../cells/cell.ts';
import { type DateReading, readDate } from '../cells/date-cell.ts';
import { isErrorCell } from '../cells/error-cell.ts';
import { nameOf } from '../cells/name-cell.ts';
import { remembered } from '../cells/remembered.ts';
import { textOf } from '../cells/table.ts';
import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Team, TeamMember } from '../inputs/team.ts';
import { type ActivityKind, activityKindOf, type CloseEvent, closeEventOf } from './activity-kind.ts';
import { type CreditedRep, creditedReps } from './rep-key.ts';

/** What cells say by themselves, under one set of rules. Most of what people type repeats: each text is read once. */
export interface CellReadings {
  readonly dateOf: (cell: Cell) => DateReading;
  readonly repsOf: (cell: Cell) => RepCell;
  readonly activityOf: (cell: Cell) => ActivityCell;
  readonly outcomeOf: (cell: Cell) => OutcomeCell;
  /** The name of somebody or something; none where a formula failed. */
  readonly nameIn: (cell: Cell) => string;
}

interface RepCell {
  readonly reps: readonly CreditedRep[];
  /** Somebody is not on Team. */
  readonly stranger: boolean;
  /** Those who came to the team or left it. */
  readonly terms: readonly TeamMember[];
}

interface ActivityCell {
  readonly kind: ActivityKind | undefined;
  readonly blank: boolean;
}

interface OutcomeCell {
  readonly name: string;
  /** A formula failed. */
  readonly failed: boolean;
  /** What it says on a Close row. */
  readonly close: CloseEvent | undefined;
}

/** Prospects repeat; next steps seldom do. */
const NAMES_REMEMBERED = 50_000;

export function cellReadings({ dateOrder, locale, team }: Rules): CellReadings {
  const read = (cell: Cell): DateReading => readDate(cell, dateOrder, locale.monthNames);
  const textDate = ofFilled({ problem: 'blank' }, read);
  return {
    // A number is read faster than it is found.
    dateOf: (cell) => (typeof cell === 'number' ? read(cell) : textDate(cell)),
    repsOf: remembered((cell) => repCell(cell, team)),
    activityOf: remembered(activityCell),
    outcomeOf: ofFilled(outcomeCell(undefined), outcomeCell, NAMES_REMEMBERED),
    nameIn: ofFilled('', nameIn, NAMES_REMEMBERED),
  };
}

/** Most cells are empty: they are not even looked up. */
function ofFilled<V>(empty: V, read: (cell: Cell) => V, most?: number): (cell: Cell) => V {
  const filled = remembered(read, most);
  return (cell) => (cell === undefined ? empty : filled(cell));
}

function repCell(cell: Cell, team: Team): RepCell {
  const reps = creditedReps(cell, team);
  const members = reps.flatMap(
    ({ name, onTeam }) => team.members.find((member) => onTeam && member.name === name) ?? [],
  );
  return {
    reps,
    stranger: reps.some((rep) => !rep.onTeam),
    terms: members.filter(({ start, end }) => (start ?? end) !== undefined),
  };
}

export const isOutside = ({ start, end }: TeamMember, day: Day): boolean => (start ?? day) > day || (end ?? day) < day;

function activityCell(cell: Cell): ActivityCell {
  const text = textOf(cell);
  return text === '' ? { kind: 'attempt', blank: true } : { kind: activityKindOf(text), blank: false };
}

function outcomeCell(cell: Cell): OutcomeCell {
  const failed = isErrorCell(cell);
  const name = nameIn(cell);
  return { name, failed, close: failed ? undefined : name === '' ? 'booked' : closeEventOf(name) };
}

const nameIn = (cell: Cell): string => (isErrorCell(cell) ? '' : nameOf(cell));
