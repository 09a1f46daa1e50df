import type { Cell } from '../cells/cell.ts';
import type { DateReading } from '../cells/date-cell.ts';
import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import { ACTIVITY_COLUMNS, type ActivityField, AT } from './activity-columns.ts';
import { type ActivityKind, type CloseEvent, isSelling } from './activity-kind.ts';
import { type CellRead, type CellSaid, cellReaders, isOutside, type Says } from './cell-readings.ts';
import type { CreditedRep } from './rep-key.ts';
import { encodeStored, storedCell } from './row-line.ts';
import { meaningOf, type RowMeaning } from './row-meaning.ts';
import { MAX_REPS, PROBLEMS, type ProblemKind, type RowProblem } from './row-problem.ts';
import { whatWasThere } from './what-was-there.ts';

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
  readonly minutes?: number;
  /** As typed; '' = none. */
  readonly nextStep: string;
  readonly nextStepDate?: Day;
}

/** A row is accepted (`row`), perhaps with flags, or rejected (only `problems`, at least one). */
export interface RowReading {
  readonly row?: ActivityRow;
  readonly problems: readonly RowProblem[];
}

/** Reads rows under one set of rules. */
export interface RowReader {
  /** A cell of the sheet; `at` = where it stands in a row's line. */
  cell(cell: Cell, at: number): CellRead;
  /** A row by cells that `cell` read, in the order of a line. */
  row(cells: readonly CellSaid[]): RowReading;
  /** A row by cells as they are stored. */
  read(cells: readonly Cell[]): RowReading;
}

const DATE_PROBLEM: Readonly<Record<Extract<DateReading, { problem: string }>['problem'], ProblemKind>> = {
  blank: 'no date',
  unreadable: 'date unreadable',
  ambiguous: 'date ambiguous',
  'out of range': 'date out of range',
};

export function rowReader(rules: Rules): RowReader {
  const byField = cellReaders(rules);
  const readers: readonly ((cell: Cell) => unknown)[] = ACTIVITY_COLUMNS.map(({ field }) => byField[field]);
  const row = (cells: readonly CellSaid[]): RowReading => readRow(cells, rules);
  return {
    cell(typed, at) {
      // Read as stored, so that the verdict on the sheet and the figures are of one reading.
      const cell = storedCell(typed);
      return { cell, text: encodeStored(cell), says: readers[at]?.(cell) };
    },
    row,
    read: (cells) => row(readers.map((read, at) => ({ cell: cells[at], says: read(cells[at]) }))),
  };
}

/** What a cell says; the reader of its column made it. */
export const said = <F extends ActivityField>(cells: readonly CellSaid[], field: F): Says[F] =>
  cells[AT[field]]?.says as Says[F];

const NONE: readonly RowProblem[] = [];

function readRow(cells: readonly CellSaid[], rules: Rules): RowReading {
  let problems = NONE;
  const note = (kind: ProblemKind): void => {
    const { field } = PROBLEMS[kind];
    problems = [...problems, { kind, got: whatWasThere(field, cells[AT[field]]?.cell) }];
  };

  const date = said(cells, 'date');
  if ('problem' in date) note(DATE_PROBLEM[date.problem]);
  const { kind, blank } = said(cells, 'activity');
  if (!kind) note('activity unknown');
  const prospect = said(cells, 'prospect');
  if (kind && isSelling(kind) && prospect === '') note('no prospect');
  const count = said(cells, 'count');
  if (Number.isNaN(count)) note('count unreadable');
  const { name: outcome, failed: badOutcome, close: event } = said(cells, 'outcome');
  const close = kind === 'close' ? event : undefined;
  if (kind === 'close' && !close) note('close outcome unknown');
  const { reps, stranger, terms } = said(cells, 'rep');
  if (reps.length > MAX_REPS) note('too many reps');
  if (problems.length > 0 || 'problem' in date || !kind) return { problems };

  if (reps.length === 0) note('no rep');
  if (rules.team.exists && stranger) note('rep not on Team');
  if (terms.some((term) => isOutside(term, date.day))) note('outside start and end date');
  if (blank) note('activity blank');
  if (kind === 'close' && outcome === '') note('close outcome blank');
  const deal = said(cells, 'deal');
  if (deal.failed) note('deal in error');
  if (badOutcome) note('outcome in error');
  const { meaning, unknown } = meaningOf(kind, outcome, date.day, rules.exclusions);
  if (unknown) note('outcome unknown');
  const money = said(cells, 'amount');
  if ('problem' in money && money.problem === 'unreadable') note('amount unreadable');
  else if ('problem' in money && expectsAmount(kind, close)) note('no amount');
  const amount = 'minor' in money && (money.minor >= 0 || givesBack(close)) ? money.minor : undefined;
  if ('minor' in money && amount === undefined) note('amount negative');
  const minutes = said(cells, 'minutes');
  if (Number.isNaN(minutes)) note('minutes unreadable');
  const nextStep = said(cells, 'nextStepDate');
  if ('problem' in nextStep && nextStep.problem !== 'blank') note('next step date unreadable');

  const row: { -readonly [K in keyof ActivityRow]: ActivityRow[K] } = {
    day: date.day,
    reps,
    prospect,
    deal: deal.name,
    kind,
    outcome,
    meaning,
    count,
    nextStep: said(cells, 'nextStep'),
  };
  if (date.minute !== undefined) row.minute = date.minute;
  if (close) row.close = close;
  if (amount !== undefined) row.amount = amount;
  if (minutes !== undefined && !Number.isNaN(minutes)) row.minutes = minutes;
  if ('day' in nextStep) row.nextStepDate = nextStep.day;
  return { row, problems };
}

/** "A refund may be typed as a negative amount"; anything else with one would take away revenue that nobody gave back. */
const givesBack = (close: CloseEvent | undefined): boolean => close === 'cancelled' || close === 'refunded';

const expectsAmount = (kind: ActivityKind, close: CloseEvent | undefined): boolean =>
  kind === 'ask' || (close !== undefined && close !== 'lost');
