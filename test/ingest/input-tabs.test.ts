import { describe, expect, test } from 'vitest';
import { INPUT_SHEET_IDS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import { locateTabs } from '../../lambdas/ingest/input-tabs.ts';
import type { WorkbookDescription } from '../../lambdas/ports.ts';

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
