import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicationRequests } from '../../lambdas/sheets/requests.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { anyPublication, cell, firstPublication, lineChart, range, tableLayout } from '../support/sheets-layouts.ts';

describe('whatever is published', () => {
  test('no request writes or clears a cell outside of our extents', () => {
    fc.assert(
      fc.property(anyPublication, (publication) => {
        for (const { updateCells } of publicationRequests(publication, undefined)) {
          if (updateCells === undefined) continue;
          const tab = publication.tabs.find(({ layout }) => TAB_SHEET_IDS[layout.name] === updateCells.range?.sheetId);
          const rows = Math.max(tab?.layout.rows.length ?? 0, tab?.previous?.rows ?? 0);
          const columns = Math.max(tab?.layout.widths.length ?? 0, tab?.previous?.columns ?? 0);
          expect(updateCells.range?.endRowIndex).toBeLessThanOrEqual(rows);
          expect(updateCells.range?.endColumnIndex).toBeLessThanOrEqual(columns);
          expect(updateCells.fields).not.toContain('*');
          expect(updateCells.rows?.length ?? 0).toBeLessThanOrEqual(updateCells.range?.endRowIndex ?? 0);
          for (const row of updateCells.rows ?? []) {
            expect(row.values?.length ?? 0).toBeLessThanOrEqual(updateCells.range?.endColumnIndex ?? 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('only cells of our own composing are formulas', () => {
    fc.assert(
      fc.property(anyPublication, (publication) => {
        expect(JSON.stringify(publicationRequests(publication, undefined))).not.toContain('"formulaValue"');
      }),
      { numRuns: 60 },
    );
  });

  test('a row longer than the widths is a fault of the layout', () => {
    const layout = { ...tableLayout('Week', 1), rows: [[cell(1), cell(2), cell(3)]] };
    expect(() => publicationRequests(firstPublication([layout]), undefined)).toThrow(/longer than its 2 columns/);
  });

  test('a chart source of two dimensions, or of one cell, is a fault of the layout', () => {
    for (const domain of [range(0, 3, 0, 2), range(0, 1, 0, 1), range(2, 2, 0, 1)]) {
      const layout = tableLayout('Week', 3, [{ ...lineChart('Broken', 3), domain }]);
      expect(() => publicationRequests(firstPublication([layout]), undefined)).toThrow(/exactly one side must be 1/);
    }
  });
});
