import { ACTIVITY_COLUMNS, type ActivityField, AT } from './activity-columns.ts';
import {
  type ActivityKind,
  activityKindOf,
  CLOSE_EVENTS,
  type CloseEvent,
  closeEventOf,
  isSelling,
  KIND_NAMES,
} from './activity-kind.ts';
import type { Cell } from './cell.ts';
import { type DateReading, readDate } from './date-cell.ts';
import type { Day } from './day.ts';
import { readMoney } from './money-cell.ts';
import { type CreditedRep, creditedReps } from './rep-key.ts';
import type { Rules } from './rules.ts';
import { textOf } from './table.ts';

/** Whether a selling row is a meaningful selling interaction. `unconfirmed` = an attempt without an outcome. */
export type RowMeaning = 'meaningful' | 'not meaningful' | 'unconfirmed' | 'support';

/** An accepted row: one thing a rep did. */
export interface ActivityRow {
  readonly day: Day;
  readonly minute?: number;
  readonly reps: readonly CreditedRep[];
  readonly prospect: string;
  readonly deal: string;
  readonly kind: ActivityKind;
  /** On Close rows. */
  readonly close?: CloseEvent;
  readonly outcome: string;
  readonly meaning: RowMeaning;
  readonly count: number;
  /** Minor units. */
  readonly amount?: number;
}

export type ProblemKind =
  | 'no date'
  | 'date unreadable'
  | 'date ambiguous'
  | 'date out of range'
  | 'no prospect'
  | 'activity unknown'
  | 'close outcome unknown'
  | 'count unreadable'
  | 'no rep'
  | 'rep not on Team'
  | 'outside start and end date'
  | 'activity blank'
  | 'outcome unknown'
  | 'close outcome blank'
  | 'no amount'
  | 'amount unreadable'
  | 'possible duplicate';

/** What is wrong with a cell of a row: collected and shown, never thrown. */
export interface RowProblem {
  readonly severity: 'rejected' | 'flagged';
  readonly field: ActivityField;
  readonly kind: ProblemKind;
  readonly expected: string;
  readonly got: string;
}

/** A row is accepted (`row`), perhaps with flags, or rejected (only `problems`, at least one). */
export interface RowReading {
  readonly row?: ActivityRow;
  readonly problems: readonly RowProblem[];
}

/** Reads rows under one set of rules; what repeats in a column (names, dates, activities) is read once. */
export interface RowReader {
  read(cells: readonly Cell[]): RowReading;
  dateOf(cell: Cell): DateReading;
}

const MAX_COUNT = 1000;
const NONE: readonly RowProblem[] = [];
const EXPECTED_ACTIVITY = `one of ${Object.values(KIND_NAMES).join(', ')}`;
const EXPECTED_CLOSE = `one of ${CLOSE_EVENTS.map((event) => event[0]?.toUpperCase() + event.slice(1)).join(', ')}`;
const DATE_PROBLEMS: Readonly<
  Record<'blank' | 'unreadable' | 'ambiguous' | 'out of range', { kind: ProblemKind; expected: string }>
> = {
  blank: { kind: 'no date', expected: 'a date' },
  unreadable: { kind: 'date unreadable', expected: 'a date such as 2026-11-16' },
  ambiguous: { kind: 'date ambiguous', expected: 'a date that can be read in only one way, such as 2026-11-16' },
  'out of range': { kind: 'date out of range', expected: 'a date from 1990 to 2099' },
};

export function rowReader(rules: Rules): RowReader {
  const dateOf = remembered((cell: Cell) => readDate(cell, rules.dateOrder, rules.locale.monthNames));
  const repsOf = remembered((cell: Cell) => creditedReps(cell, rules.team));
  const kindOf = remembered((cell: Cell) => (textOf(cell) === '' ? 'attempt' : activityKindOf(textOf(cell))));
  const read = (cells: readonly Cell[]): RowReading => readRow(cells, rules, dateOf, repsOf, kindOf);
  return { read, dateOf };
}

function readRow(
  cells: readonly Cell[],
  rules: Rules,
  dateOf: (cell: Cell) => DateReading,
  repsOf: (cell: Cell) => readonly CreditedRep[],
  kindOf: (cell: Cell) => ActivityKind | undefined,
): RowReading {
  let problems = NONE;
  const problem = (
    severity: RowProblem['severity'],
    field: ActivityField,
    kind: ProblemKind,
    expected: string,
  ): void => {
    problems = [...problems, { severity, field, kind, expected, got: textOf(cells[AT[field]]) }];
  };

  const date = dateOf(cells[AT.date]);
  if ('problem' in date) {
    const { kind: what, expected } = DATE_PROBLEMS[date.problem];
    problem('rejected', 'date', what, expected);
  }
  const kind = kindOf(cells[AT.activity]);
  if (!kind) problem('rejected', 'activity', 'activity unknown', EXPECTED_ACTIVITY);
  const prospect = textOf(cells[AT.prospect]);
  if (kind && isSelling(kind) && prospect === '')
    problem('rejected', 'prospect', 'no prospect', 'the prospect of this selling activity');
  const count = countOf(cells[AT.count]);
  if (count === undefined) problem('rejected', 'count', 'count unreadable', `a whole number from 1 to ${MAX_COUNT}`);
  const outcome = textOf(cells[AT.outcome]);
  const close = kind === 'close' ? (outcome === '' ? 'booked' : closeEventOf(outcome)) : undefined;
  if (kind === 'close' && !close) problem('rejected', 'outcome', 'close outcome unknown', EXPECTED_CLOSE);
  if (problems.length > 0 || 'problem' in date || !kind || count === undefined) return { problems };

  const reps = repsOf(cells[AT.rep]);
  if (reps.length === 0) problem('flagged', 'rep', 'no rep', 'the rep who did it');
  if (rules.team.exists && reps.some((rep) => !rep.onTeam))
    problem('flagged', 'rep', 'rep not on Team', 'a name, e-mail or alias of the Team tab');
  if (reps.some((rep) => outsideEmployment(rep, date.day, rules))) {
    problem('flagged', 'date', 'outside start and end date', "a day between the rep's start and end date");
  }
  if (textOf(cells[AT.activity]) === '') problem('flagged', 'activity', 'activity blank', EXPECTED_ACTIVITY);
  if (kind === 'close' && outcome === '') problem('flagged', 'outcome', 'close outcome blank', EXPECTED_CLOSE);
  const meaning = meaningOf(kind, outcome, date.day, rules);
  if (meaning.unknown) problem('flagged', 'outcome', 'outcome unknown', 'an outcome of the Outcomes tab');
  const money = readMoney(cells[AT.amount], rules.locale.decimal, rules.minorDigits);
  if ('problem' in money && money.problem === 'unreadable')
    problem('flagged', 'amount', 'amount unreadable', 'an amount');
  else if ('problem' in money && expectsAmount(kind, close))
    problem('flagged', 'amount', 'no amount', 'the amount of this ask or close');

  const row: { -readonly [K in keyof ActivityRow]: ActivityRow[K] } = {
    day: date.day,
    reps,
    prospect,
    deal: textOf(cells[AT.deal]),
    kind,
    outcome,
    meaning: meaning.meaning,
    count,
  };
  if (date.minute !== undefined) row.minute = date.minute;
  if (close) row.close = close;
  if ('minor' in money) row.amount = money.minor;
  return { row, problems };
}

/** "eliminate all the interactions that are not meaningful ... and then start tracking everything else" */
function meaningOf(
  kind: ActivityKind,
  outcome: string,
  day: Day,
  rules: Rules,
): { meaning: RowMeaning; unknown?: true } {
  if (!isSelling(kind)) return { meaning: 'support' };
  if (kind === 'close') return { meaning: 'meaningful' };
  if (outcome === '') return { meaning: kind === 'attempt' ? 'unconfirmed' : 'meaningful' };
  const listed = rules.exclusions(outcome, day);
  return listed === 'unknown' ? { meaning: 'meaningful', unknown: true } : { meaning: listed };
}

const expectsAmount = (kind: ActivityKind, close: CloseEvent | undefined): boolean =>
  kind === 'ask' || (close !== undefined && close !== 'lost');

function countOf(cell: Cell): number | undefined {
  const text = textOf(cell);
  if (text === '') return 1;
  const count = typeof cell === 'number' ? cell : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isInteger(count) && count >= 1 && count <= MAX_COUNT ? count : undefined;
}

function outsideEmployment(rep: CreditedRep, day: Day, rules: Rules): boolean {
  const member = rep.onTeam ? rules.team.members.find((candidate) => candidate.name === rep.name) : undefined;
  return member !== undefined && ((member.start ?? day) > day || (member.end ?? day) < day);
}

function remembered<V>(read: (cell: Cell) => V): (cell: Cell) => V {
  const known = new Map<Cell, V>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined && !known.has(cell)) {
      value = read(cell);
      known.set(cell, value);
    }
    return value as V; // set above, also when V includes undefined
  };
}

export const FIELD_NAMES = Object.fromEntries(ACTIVITY_COLUMNS.map(({ field, name }) => [field, name])) as Readonly<
  Record<ActivityField, string>
>; // Object.fromEntries forgets the keys
