import { describe, expect, test } from 'vitest';
import { tabRequests } from '../../lambdas/sheets/tab-requests.ts';
import { addTab } from '../../lambdas/sheets/tab-setup.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';

const LAYOUT: TabLayout = { name: 'Time', frozenRows: 1, frozenColumns: 0, widths: [100], rows: [[]], charts: [] };
const EXTENT = { rows: 1, columns: 1, gridRows: 9, gridColumns: 9, charts: 0 };

describe('a tab that has nothing to show', () => {
  test('is made hidden', () => {
    expect(addTab({ ...LAYOUT, hidden: true }, 'Time').addSheet?.properties?.hidden).toBe(true);
    expect(addTab(LAYOUT, 'Time').addSheet?.properties).not.toHaveProperty('hidden');
  });

  test.each([
    // hidden by us before, hidden now, what is asked for
    [true, false, [false]],
    [false, true, [true]],
    [true, true, []], // somebody may have shown it: theirs to decide
    [false, false, []], // or hidden it
  ])('was hidden: %s, is hidden: %s', (was, hidden, expected) => {
    const previous = { ...EXTENT, ...(was && { hidden: true }) };
    const requests = tabRequests({ layout: { ...LAYOUT, hidden }, previous }, undefined);
    expect(requests.flatMap(({ updateSheetProperties }) => updateSheetProperties?.properties?.hidden ?? [])).toEqual(
      expected,
    );
  });
});
