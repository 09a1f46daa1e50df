import { ACTIVITY_COLUMNS, type ActivityField } from './activity-columns.ts';
import { CLOSE_EVENTS, KIND_NAMES } from './activity-kind.ts';

/** What can be wrong with a row: whether it still counts, in which cell, what was expected there, and what to do. */
interface ProblemRule {
  readonly severity: 'rejected' | 'flagged';
  readonly field: ActivityField;
  readonly expected: string;
  /** For Health. */
  readonly advice: string;
}

export const MAX_COUNT = 1000;
export const MAX_MINUTES = 1440;
/** In one Rep cell. */
export const MAX_REPS = 50;

const ACTIVITIES = `one of ${Object.values(KIND_NAMES).join(', ')}`;
const CLOSES = `one of ${CLOSE_EVENTS.map((event) => event[0]?.toUpperCase() + event.slice(1)).join(', ')}`;

/** Rejected rows count nowhere; flagged rows count, and somebody should look. */
export const PROBLEMS = {
  'no date': {
    severity: 'rejected',
    field: 'date',
    expected: 'a date',
    advice: 'Type the date of the activity',
  },
  'date unreadable': {
    severity: 'rejected',
    field: 'date',
    expected: 'a date such as 2026-11-16',
    advice: 'Type a date such as 2026-11-16',
  },
  'date ambiguous': {
    severity: 'rejected',
    field: 'date',
    expected: 'a date that can be read in only one way, such as 2026-11-16',
    advice: 'It can be read in two ways: type it such as 2026-11-16',
  },
  'date out of range': {
    severity: 'rejected',
    field: 'date',
    expected: 'a date from 1990 to 2099',
    advice: 'Check the year',
  },
  'activity unknown': {
    severity: 'rejected',
    field: 'activity',
    expected: ACTIVITIES,
    advice: 'Choose one of the activities, such as Attempt to connect, Opportunity, Ask, Close',
  },
  'no prospect': {
    severity: 'rejected',
    field: 'prospect',
    expected: 'the prospect of this selling activity',
    advice: 'Type whom the selling activity was with',
  },
  'count unreadable': {
    severity: 'rejected',
    field: 'count',
    expected: `a whole number from 1 to ${MAX_COUNT}`,
    advice: 'Type a whole number from 1, or leave it blank for one',
  },
  'close outcome unknown': {
    severity: 'rejected',
    field: 'outcome',
    expected: CLOSES,
    advice: 'Choose Booked, Invoiced, Paid, Lost, Cancelled, Refunded or Renewed',
  },
  'no rep': {
    severity: 'flagged',
    field: 'rep',
    expected: 'the rep who did it',
    advice: 'Type who did it; until then it counts for the team on the line (unassigned)',
  },
  'too many reps': {
    severity: 'rejected',
    field: 'rep',
    expected: `up to ${MAX_REPS} names, separated by ;`,
    advice: 'Name those who did it; a longer text belongs into Notes',
  },
  'rep not on Team': {
    severity: 'flagged',
    field: 'rep',
    expected: 'a name, e-mail or alias of the Team tab',
    advice: 'Add the rep, or this spelling as an alias, to the tab Team',
  },
  'outside start and end date': {
    severity: 'flagged',
    field: 'date',
    expected: "a day between the rep's start and end date",
    advice: 'Check the date, or the start and end date on Team',
  },
  'activity blank': {
    severity: 'flagged',
    field: 'activity',
    expected: ACTIVITIES,
    advice: 'It counts as an attempt to connect; choose the activity',
  },
  'close outcome blank': {
    severity: 'flagged',
    field: 'outcome',
    expected: CLOSES,
    advice: 'It counts as booked; choose the outcome',
  },
  'outcome unknown': {
    severity: 'flagged',
    field: 'outcome',
    expected: 'an outcome of the Outcomes tab',
    advice: 'Classify the outcome on the tab Outcomes',
  },
  'outcome in error': {
    severity: 'flagged',
    field: 'outcome',
    expected: 'an outcome',
    advice: 'The formula in the cell failed, so the row counts as one without outcome: mend it, or type the outcome',
  },
  'deal in error': {
    severity: 'flagged',
    field: 'deal',
    expected: 'the name of a deal, or nothing',
    advice: 'The formula in the cell failed, so the row counts without a deal: mend it, or type the deal',
  },
  'amount negative': {
    severity: 'flagged',
    field: 'amount',
    expected: 'an amount above 0',
    advice: 'Counted without amount; what was given back is a Close row of its own: Refunded or Cancelled',
  },
  'amount unreadable': {
    severity: 'flagged',
    field: 'amount',
    expected: 'an amount',
    advice: "Type the amount as a number; as text it must fit the spreadsheet's locale",
  },
  'no amount': {
    severity: 'flagged',
    field: 'amount',
    expected: 'the amount of this ask or close',
    advice: 'Type the amount of the ask or close',
  },
  'minutes unreadable': {
    severity: 'flagged',
    field: 'minutes',
    expected: `a number of minutes from 0 to ${MAX_MINUTES}`,
    advice: 'Type the minutes as a number, such as 30',
  },
  'next step date unreadable': {
    severity: 'flagged',
    field: 'nextStepDate',
    expected: 'a date such as 2026-11-16, or nothing',
    advice: 'Type a date such as 2026-11-16',
  },
  'nothing was sold': {
    severity: 'flagged',
    field: 'outcome',
    expected: 'a cancellation or refund of a sale that a row tells of',
    advice: 'It takes nothing back: type the sale, or prospect and deal as they stand on its row',
  },
  'possible duplicate': {
    severity: 'flagged',
    field: 'activity',
    expected: 'a row once',
    advice: 'Identical rows all count; remove what was typed twice by mistake',
  },
} as const satisfies Readonly<Record<string, ProblemRule>>;

export type ProblemKind = keyof typeof PROBLEMS;

/** What is wrong with a cell of a row: collected and shown, never thrown. */
export interface RowProblem {
  readonly kind: ProblemKind;
  /** What was there instead of `PROBLEMS[kind].expected`. */
  readonly got: string;
}

export const FIELD_NAMES = Object.fromEntries(ACTIVITY_COLUMNS.map(({ field, name }) => [field, name])) as Readonly<
  Record<ActivityField, string>
>; // Object.fromEntries forgets the keys
