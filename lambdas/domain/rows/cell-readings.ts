import type { Cell } from '../cells/cell.ts';
import { type DateReading, readDate } from '../cells/date-cell.ts';
import { isErrorCell } from '../cells/error-cell.ts';
import { type MoneyReading, readMoney } from '../cells/money-cell.ts';
import { nameOf } from '../cells/name-cell.ts';
import { wholeNumber } from '../cells/number-cell.ts';
import { remembered } from '../cells/remembered.ts';
import { textOf } from '../cells/table.ts';
import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Team, TeamMember } from '../inputs/team.ts';
import type { ActivityField } from './activity-columns.ts';
import { type ActivityKind, activityKindOf, type CloseEvent, closeEventOf } from './activity-kind.ts';
import { type CreditedRep, creditedReps } from './rep-key.ts';
import { MAX_COUNT, MAX_MINUTES } from './row-problem.ts';

/** A cell of a row, read by itself. */
export interface CellSaid {
  /** As it is stored. */
  readonly cell: Cell;
  /** What it says in its column, under the rules: see `Says`. */
  readonly says: unknown;
}

/** The same of the sheet. */
export interface CellRead extends CellSaid {
  /** As identity (see `encodeStored`). */
  readonly text: string;
}

/** What the cells of a column say. */
export interface Says {
  readonly date: DateReading;
  readonly rep: RepCell;
  readonly prospect: string;
  readonly deal: NameCell;
  readonly activity: ActivityCell;
  readonly outcome: OutcomeCell;
  /** NaN = unreadable, as for minutes. */
  readonly count: number;
  readonly amount: MoneyReading;
  readonly minutes: number | undefined;
  readonly nextStep: string;
  readonly nextStepDate: DateReading;
  /** Nothing is read. */
  readonly channel: undefined;
  readonly notes: undefined;
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

/** The name of something; none where a formula failed. */
interface NameCell {
  readonly name: string;
  readonly failed: boolean;
}

interface OutcomeCell extends NameCell {
  /** What it says on a Close row. */
  readonly close: CloseEvent | undefined;
}

/** Prospects repeat; next steps seldom do. */
const NAMES_REMEMBERED = 50_000;

/** Reads the cells of each column under one set of rules. Most of what people type repeats: most texts are read once. */
export function cellReaders({ dateOrder, locale, team, minorDigits }: Rules): {
  readonly [F in ActivityField]: (cell: Cell) => Says[F];
} {
  const read = (cell: Cell): DateReading => readDate(cell, dateOrder, locale.monthNames);
  const textDate = ofFilled({ problem: 'blank' }, read);
  // A number is read faster than it is found.
  const date = (cell: Cell): DateReading => (typeof cell === 'number' ? read(cell) : textDate(cell));
  const name = ofFilled('', nameIn, NAMES_REMEMBERED);
  const nothing = () => undefined;
  return {
    date,
    rep: remembered((cell) => repCell(cell, team)),
    prospect: name,
    deal: ofFilled({ name: '', failed: false }, nameCell, NAMES_REMEMBERED),
    activity: remembered(activityCell),
    outcome: ofFilled(outcomeCell(undefined), outcomeCell, NAMES_REMEMBERED),
    count: (cell) => wholeNumber(cell, 1, MAX_COUNT, 1),
    amount: (cell) => readMoney(cell, locale.decimal, minorDigits),
    channel: nothing,
    minutes: (cell) => wholeNumber(cell, 0, MAX_MINUTES, undefined),
    nextStep: name,
    nextStepDate: date,
    notes: nothing,
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
  const { name, failed } = nameCell(cell);
  return { name, failed, close: failed ? undefined : name === '' ? 'booked' : closeEventOf(name) };
}

const nameCell = (cell: Cell): NameCell => ({ name: nameIn(cell), failed: isErrorCell(cell) });

const nameIn = (cell: Cell): string => (isErrorCell(cell) ? '' : nameOf(cell));
