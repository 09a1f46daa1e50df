import { afterAll, beforeEach, expect, it } from 'vitest';
import { grid, oneTab } from './sheet-of.ts';

const { server, reset, type, batch, values, describe: show } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

const { sheetId: _, ...range } = grid(0, 4, 0, 2);

it('a basic filter that sorts does so below its header, and says nothing of empty lists', async () => {
  type('A1:B4', [
    ['n', 'x'],
    [4, 'd'],
    [1, 'a'],
    [2, 'b'],
  ]);
  await batch({
    setBasicFilter: { filter: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }], filterSpecs: [] } },
  });
  expect(await values('A1:B4')).toEqual([
    ['n', 'x'],
    [1, 'a'],
    [2, 'b'],
    [4, 'd'],
  ]);
  expect((await show('sheets.basicFilter')).sheets?.[0]?.basicFilter).toEqual({
    range,
    sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
  });
});

it('criteria are answered in both forms, whichever was written', async () => {
  const filterCriteria = { hiddenValues: ['a'] };
  await batch({ setBasicFilter: { filter: { range, filterSpecs: [{ columnIndex: 1, filterCriteria }] } } });
  const both = { range, criteria: { 1: filterCriteria }, filterSpecs: [{ columnIndex: 1, filterCriteria }] };
  expect((await show('sheets.basicFilter')).sheets?.[0]?.basicFilter).toEqual(both);
  await batch({ addFilterView: { filter: { filterViewId: 5, title: 'V', range, criteria: { 1: filterCriteria } } } });
  expect((await show('sheets.filterViews')).sheets?.[0]?.filterViews?.[0]).toEqual({
    filterViewId: 5,
    title: 'V',
    ...both,
  });
  const next = { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '1' }] } };
  await batch({ updateFilterView: { filter: { filterViewId: 5, criteria: { 0: next } }, fields: 'criteria' } });
  expect((await show('sheets.filterViews')).sheets?.[0]?.filterViews?.[0]).toMatchObject({
    criteria: { 0: next },
    filterSpecs: [{ columnIndex: 0, filterCriteria: next }],
  });
});
