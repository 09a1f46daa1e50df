import { afterAll, expect, it } from 'vitest';
import { conditionTest } from '../../../local/sheets-server/condition/condition-test.ts';
import { running } from '../support.ts';

/** The 17th of November 2026, a day after that of the cells. */
const { server } = await running({ clock: () => Date.UTC(2026, 10, 17, 12) });
afterAll(() => server.close());

/** Row 1 to 9 of column A, in words that the tables below use. */
const CELLS = { five: 5, ten: 10, text: 'Won back', number: '5', empty: null, yes: true, day: 46342.75 };
const NAMES = Object.keys(CELLS);
server.addWorkbook({
  id: 'book',
  title: 'Book',
  locale: 'nl_NL',
  timeZone: 'Europe/Amsterdam',
  tabs: [{ title: 'T', rows: Object.values(CELLS).map((value) => [value, 5]) }],
});
server.edit('book', [
  {
    repeatCell: {
      range: { sheetId: 0, startRowIndex: 6, endRowIndex: 7, endColumnIndex: 1 },
      cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd-mm-yyyy' } } },
      fields: 'userEnteredFormat',
    },
  },
  {
    updateCells: {
      start: { sheetId: 0, rowIndex: 7 },
      rows: [{ values: [{ userEnteredValue: { formulaValue: '=GOOGLEFINANCE(A1)' } }] }],
      fields: 'userEnteredValue',
    },
  },
]);

/** The names of the cells that meet a condition. */
function meeting(type: string, ...values: string[]): string[] {
  const workbook = server.workbook('book');
  const sheet = workbook.sheet(0);
  if (sheet === undefined) throw new Error('The workbook has lost its tab.');
  const condition = { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) };
  const test = conditionTest(workbook, sheet, condition, { row: 0, column: 0 });
  if (test === undefined) throw new Error(`Nobody knows ${type}.`);
  // The eighth cell is a formula that is not computed here.
  if (type !== 'CUSTOM_FORMULA') expect(test(7, 0), 'a formula that is not computed').toBeUndefined();
  return NAMES.filter((_, row) => test(row, 0) === true);
}

it.each([
  ['NUMBER_GREATER', ['5'], ['ten', 'day']],
  ['NUMBER_GREATER_THAN_EQ', ['5,0'], ['five', 'ten', 'day']],
  ['NUMBER_LESS', ['10'], ['five']],
  ['NUMBER_LESS_THAN_EQ', ['10'], ['five', 'ten']],
  ['NUMBER_EQ', ['500%'], ['five']],
  ['NUMBER_EQ', ['five'], []],
  ['NUMBER_NOT_EQ', ['5'], ['ten', 'text', 'number', 'yes', 'day']],
  ['NUMBER_BETWEEN', ['10', '5'], ['five', 'ten']],
  ['NUMBER_NOT_BETWEEN', ['5', '10'], ['day']],
  ['TEXT_CONTAINS', ['WON'], ['text']],
  ['TEXT_CONTAINS', ['w?n*ck'], ['text']],
  ['TEXT_CONTAINS', ['w~*n'], []],
  ['TEXT_NOT_CONTAINS', ['w'], ['five', 'ten', 'number', 'empty', 'yes', 'day']],
  ['TEXT_STARTS_WITH', ['won'], ['text']],
  ['TEXT_STARTS_WITH', ['16-11'], ['day']],
  ['TEXT_ENDS_WITH', ['BACK'], ['text']],
  ['TEXT_EQ', ['won BACK'], ['text']],
  ['TEXT_EQ', ['5'], ['five', 'number']],
  ['TEXT_NOT_EQ', ['5'], ['ten', 'text', 'empty', 'yes', 'day']],
  ['DATE_EQ', ['16-11-2026'], ['day']],
  ['DATE_NOT_EQ', ['17-11-2026'], ['day']],
  ['DATE_BEFORE', ['17-11-2026'], ['day']],
  ['DATE_AFTER', ['16-11-2026'], []],
  ['DATE_ON_OR_BEFORE', ['16-11-2026'], ['day']],
  ['DATE_ON_OR_AFTER', ['17-11-2026'], []],
  ['DATE_BETWEEN', ['1-11-2026', '16-11-2026'], ['day']],
  ['BLANK', [], ['empty']],
  ['NOT_BLANK', [], ['five', 'ten', 'text', 'number', 'yes', 'day']],
  ['NUMBER_GREATER', ['=B1+4'], ['ten', 'day']],
  ['NUMBER_GREATER', ['=GOOGLEFINANCE(1)'], []],
  ['CUSTOM_FORMULA', ['=B1-5'], []],
  ['CUSTOM_FORMULA', ['=AND(ISNUMBER($A1), $A1 > 5, $A$1 = 5)'], ['ten', 'day']],
  ['CUSTOM_FORMULA', ['=ISEVEN(ROW())'], ['ten', 'number', 'yes']],
  ['CUSTOM_FORMULA', ['=A1'], ['five', 'ten', 'yes', 'day']],
  ['CUSTOM_FORMULA', ['=GOOGLEFINANCE(A1)'], []],
])('%s %j is met by %j', (type, values, names) => {
  expect(meeting(type, ...values)).toEqual(names);
});

it('knows dates that move with today', () => {
  const workbook = server.workbook('book');
  const sheet = workbook.sheet(0);
  if (sheet === undefined) throw new Error('The workbook has lost its tab.');
  const holds = (type: string, relativeDate: string) =>
    conditionTest(workbook, sheet, { type, values: [{ relativeDate }] }, { row: 0, column: 0 })?.(6, 0);
  expect(holds('DATE_EQ', 'YESTERDAY')).toBe(true);
  expect(holds('DATE_BEFORE', 'TODAY')).toBe(true);
  expect(holds('DATE_AFTER', 'PAST_WEEK')).toBe(true);
  expect(holds('DATE_AFTER', 'PAST_MONTH')).toBe(true);
  expect(holds('DATE_ON_OR_BEFORE', 'PAST_YEAR')).toBe(false);
});

it('does not judge by conditions that only validate input', () => {
  expect(() => meeting('ONE_OF_LIST', 'a')).toThrow('Nobody knows ONE_OF_LIST.');
  expect(() => meeting('constructor')).toThrow('Nobody knows constructor.');
});
