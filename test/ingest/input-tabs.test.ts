import { describe, expect, test } from 'vitest';
import { INPUT_SHEET_IDS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import { ACTIVITY_COLUMNS } from '../../lambdas/domain/rows/activity-columns.ts';
import { activityPlace, checkPlace, locateTabs } from '../../lambdas/ingest/input-tabs.ts';
import type { CheckRange, WorkbookDescription } from '../../lambdas/ports.ts';

const workbook = (...tabs: readonly (readonly [sheetId: number, title: string])[]): WorkbookDescription => ({
  title: 'Sales',
  locale: 'en_GB',
  timeZone: 'Europe/London',
  namedRanges: [],
  tabs: tabs.map(([sheetId, title]) => ({
    sheetId,
    title,
    rowCount: 10,
    columnCount: 10,
    chartIds: [],
    protectedRangeIds: [],
  })),
});

describe('an input tab is found', () => {
  test('by the id that was seen, then by title', () => {
    const tabs = workbook([5, 'Log'], [6, 'activity'], [7, ' Team ']);
    expect(locateTabs({ Activity: 5 }, tabs)).toEqual({ Activity: 5, Team: 7 });
    expect(locateTabs({ Activity: 4 }, tabs)).toEqual({ Activity: 6, Team: 7 });
  });

  test('by the id that init gave, when it was renamed before the first sync', () => {
    const renamed = [INPUT_SHEET_IDS.Activity, 'Our log'] as const;
    expect(locateTabs({}, workbook(renamed))).toEqual({ Activity: INPUT_SHEET_IDS.Activity });
    expect(locateTabs({}, workbook(renamed, [3, 'Activity']))).toEqual({ Activity: 3 });
  });
});

describe('where the columns stand that filter views look at', () => {
  const places = (date: number, rep: number, checkColumn: number) => ({
    row: 3,
    columns: ACTIVITY_COLUMNS.map(({ field }) => (field === 'date' ? date : field === 'rep' ? rep : 7)),
    checkColumn,
  });

  test.each([
    ['all of them, also the first', places(1, 0, 2), { date: 1, rep: 0, check: 2 }],
    ['the first is the date', places(0, 1, 2), { date: 0, rep: 1, check: 2 }],
    ['the first is the verdict', places(1, 2, 0), { date: 1, rep: 2, check: 0 }],
    ['no column of reps', places(1, -1, 2), { date: 1, check: 2 }],
    ['no column of verdicts', places(1, 0, -1), { date: 1, rep: 0 }],
  ])('%s', (_, header, found) => {
    expect(activityPlace(5, header)).toStrictEqual({ sheetId: 5, row: 3, ...found });
  });

  test('nowhere without the tab or its dates', () => {
    expect(activityPlace(undefined, places(1, 0, 2))).toBeUndefined();
    expect(activityPlace(5, places(-1, 0, 2))).toBeUndefined();
  });
});

describe('what the named range of the verdicts covers', () => {
  // The tab has ten rows, the one before it more.
  const [team, ...others] = workbook([4, 'Team'], [5, 'Activity'], [6, 'Goals']).tabs;
  const log = { ...workbook(), tabs: team ? [{ ...team, rowCount: 99 }, ...others] : [] };
  const rangeOf = (range?: Partial<CheckRange>) =>
    checkPlace(5, 13, range ? { ...log, checkRange: { sheetId: 5, column: 13, ...range } } : log).range;

  test.each([
    ['none', undefined],
    ['there', {}],
    ['there', { rows: { start: 0 } }],
    ['there', { rows: { start: 0, end: 10 } }],
    ['there', { rows: { start: 0, end: 11 } }],
    ['part', { rows: { start: 0, end: 9 } }],
    ['part', { rows: { start: 1 } }],
    ['part', { rows: { start: 1, end: 10 } }],
    ['elsewhere', { column: 12 }],
    ['elsewhere', { sheetId: 4 }],
  ])('%s: %o', (found, range) => {
    expect(rangeOf(range)).toBe(found);
  });

  test('and the column is that of the header', () => {
    expect(checkPlace(5, 13, log)).toEqual({ sheetId: 5, column: 13, range: 'none' });
    const elsewhere = { ...log, checkRange: { sheetId: 5, column: 12 } };
    expect(checkPlace(5, 13, elsewhere)).toEqual({ sheetId: 5, column: 13, range: 'elsewhere' });
    expect(checkPlace(5, 13, { ...log, checkRange: { sheetId: 5, column: 13 } })).toMatchObject({ column: 13 });
  });
});
