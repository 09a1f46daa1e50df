import { afterEach, describe, expect, test } from 'vitest';
import type { WorkbookFile } from '../../local/sheets-server/workbook-file.ts';
import { type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf, sheetOf } from '../support/e2e-tabs.ts';
import { emptyBook, everythingIn, faultsIn, initialise } from '../support/init.ts';
import { discoveryIsHere } from '../support/sheets-discovery.ts';

const ours: WorkbookFile = {
  ...emptyBook('nl_NL'),
  tabs: [
    {
      title: 'activity',
      rows: [
        ['What we did'],
        ['Timestamp', 'Mood', 'Salesperson', 'Client', 'Type', 'Result'],
        [46_342, 'good', 'Ann', 'Acme', 'opp', 'Interested'],
        [46_342, 'bad', 'Ann', 'Bolt', 'call', 'busy'],
      ],
      formats: { 0: { type: 'DATE', pattern: 'd mmm' } },
    },
    {
      title: 'Settings',
      rows: [
        ['Setting', 'Value'],
        ['week starts-on', 'Sunday'],
      ],
    },
    {
      title: 'Outcomes',
      rows: [
        ['Outcome', 'Counts'],
        ['Busy', 'Meaningful'],
      ],
    },
  ],
};

let service: TestService;
afterEach(() => service.close());

describe('init on a sheet that is in use', () => {
  test('adds the columns that are missing, by whatever name the others go', async () => {
    service = await testService({ book: ours });
    await initialise(service);
    const [title, header, ...rows] = cellsOf(service.server, 'activity');
    expect(title).toEqual(['What we did']);
    expect(header?.slice(0, 6)).toEqual(['Timestamp', 'Mood', 'Salesperson', 'Client', 'Type', 'Result']);
    expect(header?.slice(6)).toEqual([
      'Amount',
      'Check',
      'Deal',
      'Count',
      'Channel',
      'Minutes',
      'Next step',
      'Next step date',
      'Notes',
    ]);
    expect(rows).toEqual([
      [46_342, 'good', 'Ann', 'Acme', 'opp', 'Interested'],
      [46_342, 'bad', 'Ann', 'Bolt', 'call', 'busy'],
    ]);
    expect(cellsOf(service.server, 'Outcomes').slice(1)).toEqual([['Busy', 'Meaningful']]);
    const settings = cellsOf(service.server, 'Settings');
    expect(settings.filter(([name]) => /week.starts/i.test(String(name)))).toEqual([['week starts-on', 'Sunday']]);
    expect(settings).toHaveLength(24);
    const run = await service.run();
    expect(run.ingest).toMatchObject({ rowsAdded: 2 });
    expect(run.ingest.stop).toBeUndefined();
    expect((await initialise(service)).requests).toEqual([]);
    if (discoveryIsHere) expect(faultsIn(service)).toEqual([]);
  });

  test('keeps the dropdowns, notes and formats that are there', async () => {
    service = await testService({ book: ours });
    const { server } = service;
    const mine = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'opp' }] }, strict: true };
    const range = { sheetId: sheetOf(server, 'activity').id, startRowIndex: 2, startColumnIndex: 4, endColumnIndex: 5 };
    const cell = { note: 'Ours', userEnteredFormat: { textFormat: { italic: true } } };
    server.edit(WORKBOOK, [
      { setDataValidation: { range, rule: mine } },
      { repeatCell: { range: { ...range, startRowIndex: 1, endRowIndex: 2 }, cell, fields: 'note,userEnteredFormat' } },
    ]);
    await initialise(service);
    const { cells } = sheetOf(server, 'activity');
    expect(cells.extras(2, 4)).toEqual({ dataValidation: mine });
    expect(cells.extras(1, 4)).toEqual({ note: 'Ours' });
    expect(cells.format(1, 4)).toEqual(cell.userEnteredFormat);
    expect(cells.format(2, 0)).toEqual({ numberFormat: { type: 'DATE', pattern: 'd mmm' } });
    expect(cells.extras(2, 5)).toMatchObject({
      dataValidation: { condition: { type: 'ONE_OF_RANGE' }, strict: false },
    });
  });

  test('touches no tab whose header it can not be sure of', async () => {
    const [activity] = ours.tabs;
    const rows = (activity?.rows ?? []).map((row) => row.map((cell) => (cell === 'Client' ? 'Wer' : cell)));
    service = await testService({ book: { ...ours, tabs: [{ title: 'Activity', rows }] } });
    const { attention, steps } = await initialise(service, { examples: false });
    expect(attention).toEqual([expect.stringContaining('no column "Prospect"')]);
    expect(steps.join()).not.toContain('Activity');
    expect(cellsOf(service.server, 'Activity')).toEqual(rows.map((row) => row.map((cell) => cell ?? null)));
  });

  test('makes no second Activity beside one of another name', async () => {
    const [activity, ...others] = ours.tabs;
    service = await testService({
      book: { ...ours, tabs: [{ title: 'Form responses 1', rows: activity?.rows ?? [] }, ...others] },
    });
    const before = everythingIn(service);
    expect(await initialise(service)).toMatchObject({
      requests: [],
      attention: [expect.stringContaining('"Form responses 1" has its columns')],
    });
    expect(everythingIn(service)).toEqual(before);
  });

  test('does it once when the answer is lost', async () => {
    service = await testService({ book: emptyBook() });
    const { server } = service;
    server.faults.next({
      answer: 503,
      when: 'after',
      match: ({ operation }) => operation === 'spreadsheets.batchUpdate',
    });
    await initialise(service);
    const rules = sheetOf(server, 'Activity').list('conditionalFormats');
    expect(new Set(rules.map((rule) => JSON.stringify(rule))).size).toBe(rules.length);
    expect((await initialise(service)).requests).toEqual([]);
  });
});
