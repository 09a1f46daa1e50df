import { describe, expect, test } from 'vitest';
import { type Cause, patient, type Situation } from '../../support/doctor-patient.ts';
import { WORKBOOK } from '../../support/e2e-service.ts';

const { service, found, unshared, onlyThis } = patient();

test('nothing is wrong with a service that works, by id and by address; and nothing was written', async () => {
  const address = `https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit#gid=0`;
  const findings = await found({ spreadsheet: address });
  expect([...findings.values()].filter(({ status }) => status === 'failed')).toEqual([]);
  expect([...findings.values()].filter(({ status }) => status === 'ok').map(({ name }) => name)).toEqual([
    'Clock',
    'Deployment',
    'Table',
    'Google Drive',
    'Spreadsheet',
    'Shared as Editor',
    'Tabs and header',
  ]);
  expect(
    service().server.calls.filter(
      ({ method, path }) => !/^(GET|HEAD)$/.test(method) && !/permissions|batchGet/.test(path),
    ),
  ).toEqual([]);
});

test('without a spreadsheet all else is looked at', async () => {
  const findings = await found({ spreadsheet: undefined });
  expect(findings.get('Table')?.status).toBe('ok');
});

describe('the sheet', () => {
  const CAUSES: readonly Cause[] = [
    [
      'a wrong id',
      () => ({ spreadsheet: 'nowhere' }),
      'Spreadsheet',
      /no spreadsheet with the id nowhere/,
      /Give the address/,
    ],
    ['no id at all', () => ({ spreadsheet: 'my sheet!' }), 'Spreadsheet', /is no spreadsheet/, /Copy the address/],
    [
      'not shared, says Sheets',
      () => fault(403),
      'Spreadsheet',
      /Share the spreadsheet/,
      /press Share, add reports@.* choose Editor/,
    ],
    [
      'not shared, says Drive',
      () => unshared(),
      'Shared as Editor',
      /not shared with reports@/,
      /make reports@\S+ an Editor/,
    ],
    [
      'shared for reading only',
      () => unshared('reader'),
      'Shared as Editor',
      /as reader only/,
      /make reports@\S+ an Editor/,
    ],
    ['quota', () => fault(429), 'Spreadsheet', /quota of this minute is used up/, /Wait a minute/],
    ['a header that is gone', () => tab([['hello'], ['world']]), 'Tabs and header', /./, /leadsheet init/],
    ['an empty tab', () => tab([]), 'Tabs and header', /The tab Activity is empty/, /leadsheet init/],
    ['no tab', () => renamed(), 'Tabs and header', /no tab named Activity/, /leadsheet init/],
  ];
  test.each(CAUSES)('%s', (...cause) => onlyThis(cause));

  function fault(answer: 403 | 429): Situation {
    service().server.faults.next({ answer, times: 20, match: ({ path }) => path.startsWith('/v4/') });
    return {};
  }

  function tab(rows: readonly string[][]): Situation {
    service().server.replaceTab(WORKBOOK, 'Activity', rows);
    return {};
  }

  function renamed(): Situation {
    const activity = service()
      .server.workbook(WORKBOOK)
      .sheets.find((sheet) => sheet.title === 'Activity');
    const properties = { sheetId: activity?.id ?? -1, title: 'Acts' };
    service().server.edit(WORKBOOK, [{ updateSheetProperties: { properties, fields: 'title' } }]);
    return {};
  }
});
