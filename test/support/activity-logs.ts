import fc from 'fast-check';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';

/** What a test knows of a row without reading it: the oracle's own view. */
export interface LogRow {
  /** Serial day. */
  readonly day: number;
  /** Names as typed; none = a blank cell. */
  readonly reps: readonly string[];
  readonly prospect: string;
  readonly deal: string;
  readonly activity: string;
  readonly outcome: string;
  readonly count: number | undefined;
  /** Whole units. */
  readonly amount: number | undefined;
}

export const SELLING: readonly string[] = ['Attempt to connect', 'Follow-up', 'Opportunity', 'Ask', 'Close'];
export const NOT_MEANINGFUL: readonly string[] = ['Left a message', 'No answer'];
const CLOSE_OUTCOMES: readonly string[] = [
  'Booked',
  'Invoiced',
  'Paid',
  'Lost',
  'Cancelled',
  'Refunded',
  'Renewed',
  '',
];
const OUTCOMES: readonly string[] = ['Spoke', 'Interested', '', ...NOT_MEANINGFUL];

/** Serial day of Monday 2025-12-01: the logs run over the turn of the year. */
export const FIRST_MONDAY = 45_992;
export const LOG_DAYS = 7 * 16;

const names = fc.constantFrom<readonly string[]>(['Ana'], ['Ben'], ['Cy'], ['Ana', 'Ben'], ['Ben', 'Ana', 'Cy'], []);
const activity = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SELLING.slice(0, 4)) },
  { weight: 5, arbitrary: fc.constant('Close') },
  { weight: 1, arbitrary: fc.constantFrom('Administration', 'Prospecting') },
);

/** A row that is accepted; few prospects, so that deals have a history. */
export const logRow: fc.Arbitrary<LogRow> = activity.chain((kind) =>
  fc.record({
    day: fc.integer({ min: FIRST_MONDAY, max: FIRST_MONDAY + LOG_DAYS - 1 }),
    reps: names,
    prospect: fc.constantFrom('Acme', 'Bolt', 'Crane', 'Dune'),
    deal: fc.constantFrom('', '', 'Second line'),
    activity: fc.constant(kind),
    outcome: fc.constantFrom(...(kind === 'Close' ? CLOSE_OUTCOMES : OUTCOMES)),
    count: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 3 }),
    amount: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined, freq: 3 }),
  }),
);

/** `size: 'max'`: else most logs are of a handful of rows, and their deals have no history. */
export const activityLog = (maxLength: number): fc.Arbitrary<LogRow[]> => fc.array(logRow, { maxLength, size: 'max' });

/** The row as its cells in the order of HEADER (see trees.ts). */
export function cellsOfRow({ day, reps, prospect, deal, activity: kind, outcome, count, amount }: LogRow): Cell[] {
  return [day, reps.join('; '), prospect, deal, kind, outcome, count ?? '', amount ?? ''];
}

/** Rows that are rejected: no date, no prospect, an unknown activity. */
export const REJECTED_ROWS: readonly (readonly Cell[])[] = [
  ['', 'Ana', 'Acme', '', 'Ask', 'Sent'],
  ['soon', 'Ben', 'Acme', '', 'Ask', 'Sent'],
  [FIRST_MONDAY + 3, 'Ana', '', '', 'Ask', 'Sent'],
  [FIRST_MONDAY + 40, 'Ana', 'Acme', '', 'Lunch', ''],
];
