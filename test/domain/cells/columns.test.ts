import { describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../../lambdas/domain/cells/cell.ts';
import { type Column, findHeader, letterOf } from '../../../lambdas/domain/cells/columns.ts';
import { tabOf } from '../../../lambdas/domain/cells/tab-rows.ts';
import { ACTIVITY_COLUMNS } from '../../../lambdas/domain/rows/activity-columns.ts';
import { activityHeader } from '../../../lambdas/domain/rows/activity-header.ts';
import { SHORT_ROW } from '../../support/rows.ts';

/** Field -> zero-based column of an Activity tab, or the message. */
function found(grid: Grid): Record<string, number> | string {
  const header = activityHeader(tabOf(grid));
  if ('message' in header) return header.message;
  const places = ACTIVITY_COLUMNS.map(({ field }, i): [string, number] => [field, header.columns[i] ?? -1]);
  return Object.fromEntries([...places, ['check', header.checkColumn]].filter(([, at]) => at !== -1));
}

const SHORT = { date: 0, rep: 1, prospect: 2, activity: 3, outcome: 4 };

describe('the header of Activity', () => {
  test('is found by the canonical names, in any order', () => {
    expect(found([SHORT_ROW])).toEqual(SHORT);
    expect(found([['Check', 'Activity', 'Notes', 'Prospect', 'Date']])).toEqual({
      check: 0,
      activity: 1,
      notes: 2,
      prospect: 3,
      date: 4,
    });
  });

  test.each([
    ['prospect', 'Account'],
    ['prospect', 'Company'],
    ['prospect', 'Customer'],
    ['prospect', 'Client'],
    ['prospect', 'Lead'],
    ['activity', 'Activity type'],
    ['activity', 'Type'],
    ['activity', 'Stage'],
    ['rep', 'Salesperson'],
    ['rep', 'Owner'],
    ['rep', 'Agent'],
    ['rep', 'Email Address'],
    ['outcome', 'Result'],
    ['outcome', 'Disposition'],
    ['outcome', 'Status'],
    ['date', 'Timestamp'],
  ] as const)('takes %s from the column %s, however it is written', (field, alias) => {
    for (const typed of [alias, alias.toUpperCase(), alias.replace(' ', '_'), ` ${alias.replace(' ', '-')} `]) {
      const row: Cell[] = [...SHORT_ROW];
      row[SHORT[field]] = typed;
      expect(found([row])).toEqual(SHORT);
    }
  });

  test.each([
    ['Value', 'amount'],
    ['Revenue', 'amount'],
    ['Amount', 'amount'],
    ['next-step DATE', 'nextStepDate'],
    ['count', 'count'],
    ['MINUTES', 'minutes'],
    ['Deal', 'deal'],
  ])('knows the optional column %s', (typed, field) => {
    expect(found([[...SHORT_ROW, typed]])).toEqual({ ...SHORT, [field]: 5 });
  });

  test('prefers the canonical name over any number of aliases', () => {
    expect(found([['Timestamp', 'Owner', 'Rep', 'Prospect', 'Company', 'Client', 'Activity', 'Date']])).toEqual({
      date: 7,
      rep: 2,
      prospect: 3,
      activity: 6,
    });
  });

  test('stops at two columns of one meaning without a canonical one, and says where they are', () => {
    expect(found([['Date', 'Company', 'Client', 'Activity']])).toBe(
      'The tab Activity has 2 columns that mean Prospect: B1 "Company" and C1 "Client". Rename all but one, and name that one "Prospect".',
    );
  });

  test.each([
    ['the same header twice', ['Date', 'Rep', 'Rep', 'Prospect', 'Activity'], 'mean Rep: B1 "Rep" and C1 "Rep"'],
    ['written in two ways', ['Date', 'date ', 'Prospect', 'Activity'], 'mean Date: A1 "Date" and B1 "date "'],
    ['the same alias twice', ['Date', 'Lead', 'Activity', 'Lead'], 'mean Prospect: B1 "Lead" and D1 "Lead"'],
    ['two Check columns', [...SHORT_ROW, 'Check', 'CHECK'], 'mean Check: F1 "Check" and G1 "CHECK"'],
  ])('stops at %s', (_, row, words) => {
    expect(found([row])).toContain(words);
  });

  test('lets columns that it does not know stand, also twice', () => {
    expect(found([['Photo', 'Photo', '', null, undefined, 7, true, ...SHORT_ROW]])).toEqual({
      date: 7,
      rep: 8,
      prospect: 9,
      activity: 10,
      outcome: 11,
    });
    expect(found([[...SHORT_ROW, 'constructor', '__proto__', 'toString']])).toEqual(SHORT);
  });

  test('may stand below a title and blank rows', () => {
    const header = activityHeader(
      tabOf([['Activity'], [], ['What we did', null, 'Stage'], [], SHORT_ROW, [1, 'Jane']]),
    );
    expect(header).toMatchObject({ row: 4 });
  });

  test('is the first of two rows that name as many columns', () => {
    expect(activityHeader(tabOf([SHORT_ROW, [1, 'Jane'], SHORT_ROW]))).toMatchObject({ row: 0 });
  });

  test('is looked for in the first 20 rows only', () => {
    const blank = (rows: number): Cell[][] => Array.from({ length: rows }, () => []);
    expect(activityHeader(tabOf([...blank(19), SHORT_ROW]))).toMatchObject({ row: 19 });
    expect(found([...blank(20), SHORT_ROW])).toBe(
      'The tab Activity has no header row: name columns "Date", "Prospect", "Activity" in its first 20 rows.',
    );
  });

  // A header cell that was wiped would otherwise reject every row, and empty reports would replace the good ones.
  test.each(['Date', 'Prospect', 'Activity'])('needs the column %s', (name) => {
    const message = found([['Our tab'], SHORT_ROW.filter((cell) => cell !== name)]);
    expect(message).toMatch(new RegExp(`^The tab Activity has no column "${name}".*row 2: add the column there\\.$`));
  });

  test('needs no Rep and no Outcome', () => {
    expect(found([['Date', 'Prospect', 'Activity']])).toEqual({ date: 0, prospect: 1, activity: 2 });
  });

  test('is missing on a tab without text', () => {
    expect(found([])).toContain('has no header row');
    expect(found([[46342, true, null]])).toContain('has no header row');
  });
});

test('a tab without required columns asks for its first one', () => {
  const columns: Column<'a' | 'b'>[] = [
    { field: 'a', name: 'Alpha' },
    { field: 'b', name: 'Beta' },
  ];
  expect(findHeader('Drills', [['x']], columns)).toEqual({
    message: 'The tab Drills has no header row: name a column "Alpha" in its first 20 rows.',
  });
  expect(findHeader('Drills', [['beta']], columns)).toEqual({ row: 0, columns: [-1, 0] });
});

test('where no name stands, the other names are offered with it', () => {
  const columns: Column<'drill' | 'trains'>[] = [
    { field: 'drill', name: 'Drill', aliases: ['Exercise', 'Practice'], required: true },
    { field: 'trains', name: 'Trains' },
  ];
  expect(findHeader('Drills', [['trains']], columns)).toEqual({
    message:
      'The tab Drills has no column "Drill", "Exercise", "Practice". Its header row seems to be row 1: add the column there.',
  });
  const bare = columns.map(({ aliases: _, ...column }) => column);
  expect(findHeader('Drills', [['trains']], bare)).toMatchObject({
    message: expect.stringContaining('column "Drill". Its'),
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(letterOf(column)).toBe(letters);
});
