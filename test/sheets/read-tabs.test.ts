import { describe, expect, test } from 'vitest';
import { tabsRead } from '../../lambdas/sheets/read-tabs.ts';

const body = (valueRanges: readonly object[]) => Buffer.from(JSON.stringify({ valueRanges }));
const of = (sheetId: number | undefined, values?: unknown[][]) => ({
  dataFilters: [{ gridRange: sheetId === undefined ? {} : { sheetId } }],
  valueRange: values === undefined ? {} : { values },
});

describe('tabs read', () => {
  test('come in the order asked for, whatever order they came in', () => {
    const read = tabsRead(body([of(9, [['nine']]), of(4, [['four']])]), 'w', [4, 9]);
    expect(read.grids()).toEqual([[['four']], [['nine']]]);
  });

  test('are empty grids where there are no values', () => {
    expect(tabsRead(body([of(4)]), 'w', [4]).grids()).toEqual([[]]);
    expect(tabsRead(body([{ dataFilters: [{ gridRange: { sheetId: 4 } }] }]), 'w', [4]).grids()).toEqual([[]]);
  });

  test('know the tab 0 by an id that is left out', () => {
    expect(tabsRead(body([of(4, [[1]]), of(undefined, [[0]])]), 'w', [0, 4]).grids()).toEqual([[[0]], [[1]]]);
  });

  test('are told apart when two filters came back as one range', () => {
    const both = {
      dataFilters: [{ gridRange: { sheetId: 4 } }, { gridRange: { sheetId: 4 } }],
      valueRange: { values: [[1]] },
    };
    expect(tabsRead(body([both]), 'w', [4, 4]).grids()).toEqual([[[1]], [[1]]]);
  });

  test('without one of those asked for are refused: a tab that is gone is not an empty tab', () => {
    const read = tabsRead(body([of(4, [[1]])]), 'w', [4, 9]);
    expect(() => read.grids()).toThrow(
      expect.objectContaining({ kind: 'refused', message: expect.stringMatching(/id 9/) }),
    );
  });

  test('have the digest of their bytes, and are taken apart once', () => {
    const read = tabsRead(Buffer.from('{"valueRanges":[]}'), 'w', []);
    expect(read).toMatchObject({ digest: 'gbAJ6BdE1p2l_QYz7rh81h', bytes: 18 });
    expect(read.tabs()).toBe(read.tabs());
  });
});
