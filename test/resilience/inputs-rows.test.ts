import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileCell } from '../../local/sheets-server/workbook-file.ts';
import { tally } from '../support/tally.ts';
import { activityRow, COLUMNS, type Outcome, type WeirdService, weirdService } from '../support/weird-workbook.ts';

type Cells = Readonly<Record<string, FileCell>>;
type Case = readonly [what: string, cells: Cells, check: string];

const CLOSE = { Activity: 'Close', Outcome: 'Booked' };
const ERRORS = ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '#ERROR!', '#SPILL!', 'Loading...'];
/** 19 of them, as Sheets returns the number: a double keeps 15. */
const DIGITS = Number('1234567890123456789');
const LONG = 'x'.repeat(50_000);
const each = <T>(values: readonly T[], make: (value: T) => Case): Case[] => values.map(make);

/** A row that differs from an ordinary one in these cells, and what Check says of it. One workbook in `en_GB`. */
const CASES: readonly Case[] = [
  // Formulas that failed.
  ...each(ERRORS, (error) => [`${error} as date`, { Date: error }, 'rejected: date unreadable']),
  ...each(ERRORS, (error) => [`${error} as rep`, { Rep: error }, '✓ · no rep']),
  ...each(ERRORS, (error) => [`${error} as prospect`, { Prospect: error }, 'rejected: no prospect']),
  ...each(ERRORS, (error) => [`${error} as deal`, { Deal: error }, '✓ · deal in error']),
  ...each(ERRORS, (error) => [`${error} as activity`, { Activity: error }, 'rejected: activity unknown']),
  ...each(ERRORS, (error) => [`${error} as outcome`, { Outcome: error }, '✓ · outcome in error']),
  ...each(ERRORS, (error) => [
    `${error} as outcome of a close`,
    { ...CLOSE, Outcome: error },
    'rejected: close outcome unknown',
  ]),
  ...each(ERRORS, (error) => [`${error} as count`, { Count: error }, 'rejected: count unreadable']),
  ...each(ERRORS, (error) => [`${error} as amount`, { Amount: error }, '✓ · amount unreadable']),
  ...each(ERRORS, (error) => [`${error} as minutes`, { Minutes: error }, '✓ · minutes unreadable']),
  ...each(ERRORS, (error) => [
    `${error} as next step date`,
    { 'Next step date': error },
    '✓ · next step date unreadable',
  ]),
  ...each(ERRORS, (error) => [
    `${error} as next step and notes`,
    { 'Next step': error, Notes: error, Channel: error },
    '✓',
  ]),
  // Numbers.
  ...each(
    [-1, 0, 1001, 2.5, 1e300, DIGITS, true, 'NaN', 'Infinity', '-Infinity', '1e3', '0x10', '1,5', '½'],
    (count) => [`count ${count}`, { Count: count }, 'rejected: count unreadable'],
  ),
  ...each([1, 1000, '7', ' 7 ', '１２', '007', false], (count) => [
    `count ${JSON.stringify(count)}`,
    { Count: count },
    '✓',
  ]),
  ...each([1e300, DIGITS, '1234567890123456789', true, 'NaN', 'Infinity', '1e3', '€ 3.500,00', '12%'], (amount) => [
    `amount ${amount}`,
    { Amount: amount },
    '✓ · amount unreadable',
  ]),
  ...each([-5, '-5', '(5)', '−5', '-£1,000.00'], (amount) => [
    `amount ${amount}`,
    { Amount: amount },
    '✓ · amount negative',
  ]),
  ...each([-5, '-5'], (amount) => [`amount ${amount} of a sale`, { ...CLOSE, Amount: amount }, '✓ · amount negative']),
  ...each([0, 0.1, '£3,500.00', '3500', '１０', 1e10], (amount) => [`amount ${amount}`, { Amount: amount }, '✓']),
  ['an amount of nothing', { Amount: null }, '✓ · no amount'],
  ...each([-1, 1441, 0.5, 'an hour', 1e18], (minutes) => [
    `minutes ${minutes}`,
    { Minutes: minutes },
    '✓ · minutes unreadable',
  ]),
  ['19 digits as names', { Rep: DIGITS, Prospect: DIGITS, Deal: '1234567890123456789' }, '✓'],
  // Dates: a century off, out of the calendar, ambiguous.
  ...each(['1926-11-19', '2126-11-19', '0026-11-19', '1899-12-31', 1, 0, -5, 1e18, 2_958_465, 100_000], (date) => [
    `date ${date}`,
    { Date: date },
    'rejected: date out of range',
  ]),
  ...each(
    ['2026-02-30', '31/2/2026', '2026-13-01', '0/0/2026', 'tomorrow', '19', true, '2026', '19-Foo-2026'],
    (date) => [`date ${date}`, { Date: date }, 'rejected: date unreadable'],
  ),
  ...each(['19/11/26', '1.2.03', '19 Nov 26'], (date) => [`date ${date}`, { Date: date }, 'rejected: date ambiguous']),
  ...each(
    [
      '2026-11-19',
      '19/11/2026',
      '19.11.2026',
      '19-11-2026 23:59',
      '２０２６-11-19',
      '19 November 2026',
      'Thu 19 Nov 2026',
      'Nov 19, 2026',
      '2026-11-19T08:15:00Z',
      46_345.999_999,
    ],
    (date) => [`date ${date}`, { Date: date }, date === 46_345.999_999 ? '✓ 1 today' : '✓'],
  ),
  ...each([' ', '\u00a0', '\u200b', '\u0000'], (date) => [
    `date ${JSON.stringify(date)}`,
    { Date: date },
    'rejected: no date',
  ]),
  ['a day far ahead', { Date: '2062-11-19' }, 'held: counts on 2062-11-19'],
  // Names.
  [
    '50,000 characters in every text',
    { Rep: LONG, Prospect: LONG, Deal: LONG, Outcome: LONG, Channel: LONG, 'Next step': LONG, Notes: LONG },
    '✓',
  ],
  ['50,000 characters as activity', { Activity: LONG }, 'rejected: activity unknown'],
  [
    '50,000 characters as date, count, amount',
    { Date: LONG, Count: LONG, Amount: LONG },
    'rejected: date unreadable, count unreadable',
  ],
  ['500 reps', { Rep: Array.from({ length: 500 }, (_, at) => `Rep ${at}`).join(';') }, 'rejected: too many reps'],
  ['separators and no rep', { Rep: ' ; ;; ' }, '✓ · no rep'],
  ['a rep thrice', { Rep: 'Ann; ann ;ANN' }, '✓'],
  ['nothing that anybody sees as prospect', { Prospect: '\u200b\u2060\ufeff' }, 'rejected: no prospect'],
  ['a ticked box as prospect', { Prospect: true }, '✓'],
  ['another Activity as activity', { Activity: 'Follow‑up' }, '✓'],
];

let service: WeirdService;
let outcome: Outcome;
beforeAll(async () => {
  service = await weirdService();
  // Told apart by their notes, so that no two of them are possible duplicates.
  const rows = CASES.map(([what, cells]) => activityRow({ Notes: what, ...cells }));
  const outcomes = [
    ['Outcome', 'Counts'],
    ['Proposal sent', 'Meaningful'],
    ['x'.repeat(50_000), 'Meaningful'],
  ];
  outcome = await service.run({ Activity: [COLUMNS, ...rows], Outcomes: outcomes });
});
afterAll(() => service.close());

test('every row has its answer, and no other row pays for it', () => {
  const checks = outcome.checks();
  const told = CASES.map(([what], at) => `${what}: ${checks[at]}`);
  expect(told).toEqual(CASES.map(([what, , check]) => `${what}: ${check}`));
  tally('bad inputs', CASES.length);
});

test('each problem is counted on Health, and the rows that are rejected are listed with what was typed', () => {
  const rejected = CASES.filter(([, , check]) => check.startsWith('rejected')).length;
  expect([outcome.read, outcome.rejected]).toEqual([CASES.length, rejected]);
  for (const [problem, rows] of Object.entries(outcome.problems))
    expect([problem, outcome.health(problem)]).toEqual([problem, rows]);
  expect(outcome.text('Health')).toContain('Prospect: #REF! -> the prospect of this selling activity');
  expect(outcome.text('Health')).toContain('Date: 1926-11-19 -> a date from 1990 to 2099');
});

test('what counts adds up: an ask of Ann counts as often as its row says, whatever stood in the row above', () => {
  const ofAnn = CASES.filter(([, cells, check]) => check.startsWith('✓') && !('Activity' in cells) && isAnn(cells.Rep));
  const counts = ofAnn.map(([, { Count = 1 }]) => Number(String(Count || 1).normalize('NFKC')));
  const week = outcome.tab('Week');
  const column = week.find((row) => row.includes('Asks'))?.indexOf('Asks') ?? -1;
  expect(week.find(([name]) => name === 'Ann')?.[column]).toBe(counts.reduce((sum, count) => sum + count, 0));
});

const isAnn = (rep: FileCell): boolean => rep === undefined || /^ann;/i.test(String(rep));
