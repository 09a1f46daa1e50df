import { describe, expect, test } from 'vitest';
import { chartId } from '../../lambdas/sheets/ids.ts';
import { publicationRequests } from '../../lambdas/sheets/requests.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { extentOf, firstPublication, lineChart, tableLayout } from '../support/sheets-layouts.ts';

const kinds = (requests: ReturnType<typeof publicationRequests>) => requests.map((request) => Object.keys(request)[0]);
const { Week, Health } = TAB_SHEET_IDS;

describe('the first publication', () => {
  const requests = publicationRequests(
    firstPublication([tableLayout('Week', 3, [lineChart('MSIs', 4)]), tableLayout('Health', 1)]),
    'robot@example.iam.gserviceaccount.com',
  );

  test('creates the tabs, then the fence on them, then fills them', () => {
    expect(kinds(requests)).toEqual([
      'addSheet',
      'addSheet',
      'addNamedRange',
      'addNamedRange',
      'updateCells',
      'updateDimensionProperties',
      'updateDimensionProperties',
      'addProtectedRange',
      'addChart',
      'updateCells',
      'updateDimensionProperties',
      'updateDimensionProperties',
      'addProtectedRange',
    ]);
  });

  test('sets up a tab with its id, its title, a grid without lines that its chart fits in, and frozen panes', () => {
    expect(requests[0]?.addSheet?.properties).toEqual({
      sheetId: Week,
      title: 'Week',
      gridProperties: { rowCount: 15, columnCount: 8, frozenRowCount: 1, frozenColumnCount: 1, hideGridlines: true },
    });
  });

  test('puts the fence on A1 and the "as of" range on A2 of Health', () => {
    expect(requests[2]?.addNamedRange?.namedRange).toEqual({
      namedRangeId: expect.stringMatching(/^ls[0-9a-f]{14}$/),
      name: 'leadsheet_gen_1_first',
      range: { sheetId: Health, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
    });
    expect(requests[3]?.addNamedRange?.namedRange).toMatchObject({
      name: 'leadsheet_as_of',
      range: { sheetId: Health, startRowIndex: 1, endRowIndex: 2 },
    });
  });

  test('protects the whole tab for the account that writes it', () => {
    expect(requests[7]?.addProtectedRange?.protectedRange).toMatchObject({
      protectedRangeId: Week,
      range: { sheetId: Week },
      editors: { users: ['robot@example.iam.gserviceaccount.com'] },
    });
  });

  test('names no editors when the account is not known', () => {
    const without = publicationRequests(firstPublication([tableLayout('Health', 1)]), undefined).find(
      (request) => request.addProtectedRange !== undefined,
    );
    expect(without?.addProtectedRange?.protectedRange).not.toHaveProperty('editors');
  });

  test('chooses a free title when a tab of somebody else has ours, whatever its case', () => {
    const publication = {
      ...firstPublication([tableLayout('Week', 1), tableLayout('Health', 1)]),
      takenTitles: ['week', 'Week (Leadsheet)', 'Activity'],
    };
    const titles = publicationRequests(publication, undefined).flatMap((r) => r.addSheet?.properties?.title ?? []);
    expect(titles).toEqual(['Week (Leadsheet 2)', 'Health']);
  });
});

describe('a later publication', () => {
  const before = tableLayout('Week', 10, [lineChart('One', 4), lineChart('Two', 4)]);
  const health = tableLayout('Health', 1);
  const publish = (layout: ReturnType<typeof tableLayout>, gridRows = 200, gridColumns = 30) =>
    publicationRequests(
      {
        from: { generation: 1, key: 'first' },
        to: { generation: 2, key: 'second' },
        tabs: [{ layout, previous: extentOf(before, gridRows, gridColumns) }],
        addAsOfRange: false,
      },
      undefined,
    );

  test('begins with the fence', () => {
    const requests = publish(before);
    expect(kinds(requests).slice(0, 2)).toEqual(['deleteNamedRange', 'addNamedRange']);
    const first = publicationRequests(firstPublication([health]), undefined);
    expect(requests[0]?.deleteNamedRange?.namedRangeId).toBe(first[1]?.addNamedRange?.namedRange?.namedRangeId);
  });

  test('leaves widths, panes, protection and places as people have them', () => {
    expect(kinds(publish(before))).toEqual([
      'deleteNamedRange',
      'addNamedRange',
      'updateCells',
      'updateChartSpec',
      'updateChartSpec',
    ]);
  });

  test('clears the rows that it had and has no more', () => {
    const shorter = publish(tableLayout('Week', 3));
    expect(shorter[2]?.updateCells?.range).toEqual({
      sheetId: Week,
      startRowIndex: 0,
      endRowIndex: 11,
      startColumnIndex: 0,
      endColumnIndex: 2,
    });
    expect(shorter[2]?.updateCells?.rows).toHaveLength(4);
  });

  test('deletes our chart that is no more, adds the one that is new', () => {
    expect(publish(tableLayout('Week', 3, [lineChart('One', 4)])).slice(3)).toMatchObject([
      { updateChartSpec: { chartId: chartId(Week, 0) } },
      { deleteEmbeddedObject: { objectId: chartId(Week, 1) } },
    ]);
    const more = publish(tableLayout('Week', 3, [...before.charts, lineChart('Three', 4)]));
    expect(kinds(more).slice(3)).toEqual(['updateChartSpec', 'updateChartSpec', 'addChart']);
  });

  test('adds a chart again that a person deleted, and leaves the charts of people alone', () => {
    const requests = publicationRequests(
      {
        from: { generation: 1, key: 'first' },
        to: { generation: 2, key: 'second' },
        tabs: [
          {
            layout: before,
            previous: { ...extentOf(before, 200, 30), chartIds: [12345, chartId(Week, 1), chartId(Week, 7)] },
          },
        ],
        addAsOfRange: false,
      },
      undefined,
    );
    expect(requests.slice(3)).toMatchObject([
      { addChart: { chart: { chartId: chartId(Week, 0) } } },
      { updateChartSpec: { chartId: chartId(Week, 1) } },
      { deleteEmbeddedObject: { objectId: chartId(Week, 7) } },
    ]);
  });

  test('moves a chart when the layout moved it, and else leaves it where people put it', () => {
    const chart = { ...lineChart('One', 4), anchor: { row: 9, column: 3 } };
    const layout = tableLayout('Week', 10, [chart, lineChart('Two', 4)]);
    const chartAnchors = before.charts.map(({ anchor }) => anchor);
    const requests = publicationRequests(
      {
        from: { generation: 1, key: 'first' },
        to: { generation: 2, key: 'second' },
        tabs: [{ layout, previous: { ...extentOf(before, 200, 30), chartAnchors } }],
        addAsOfRange: false,
      },
      undefined,
    );
    expect(requests.flatMap((request) => request.updateEmbeddedObjectPosition ?? [])).toEqual([
      {
        objectId: chartId(Week, 0),
        newPosition: { overlayPosition: { anchorCell: { sheetId: Week, rowIndex: 9, columnIndex: 3 } } },
        fields: 'anchorCell',
      },
    ]);
  });

  test('grows the grid by what is missing before it writes, and never shrinks it', () => {
    const longer = publish(tableLayout('Week', 40), 20, 1);
    expect(longer.slice(2, 4)).toEqual([
      { appendDimension: { sheetId: Week, dimension: 'ROWS', length: 41 + 2 - 20 } },
      { appendDimension: { sheetId: Week, dimension: 'COLUMNS', length: 1 } },
    ]);
    expect(kinds(longer)[4]).toBe('updateCells');
  });

  test('gives a width to columns that are new', () => {
    const wide = { ...tableLayout('Week', 1), widths: [160, 80, 90, 90, 50] };
    expect(publish(wide).flatMap((request) => request.updateDimensionProperties?.range ?? [])).toEqual([
      { sheetId: Week, dimension: 'COLUMNS', startIndex: 2, endIndex: 4 },
      { sheetId: Week, dimension: 'COLUMNS', startIndex: 4, endIndex: 5 },
    ]);
  });

  test('puts a lost Health tab back before it puts the fence on it', () => {
    const requests = publicationRequests(
      {
        from: { generation: 1, key: 'a' },
        to: { generation: 2, key: 'a' },
        tabs: [{ layout: health }],
        addAsOfRange: true,
      },
      undefined,
    );
    expect(kinds(requests).slice(0, 4)).toEqual(['deleteNamedRange', 'addSheet', 'addNamedRange', 'addNamedRange']);
  });

  test('refuses to keep the fence: nobody could tell whether the batch was applied', () => {
    const fence = { generation: 1, key: 'same' };
    expect(() => publicationRequests({ from: fence, to: fence, tabs: [], addAsOfRange: false }, undefined)).toThrow(
      /fence of its own/,
    );
  });
});
