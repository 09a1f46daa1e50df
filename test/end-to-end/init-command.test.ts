import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leadsheet, leadsheetIn, withFolder } from '../support/e2e-command.ts';
import { type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { writesIn } from '../support/e2e-tabs.ts';
import { emptyBook, everythingIn } from '../support/init.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService({ book: emptyBook() });
});
afterAll(() => service.close());

/** Without a table: init needs none. */
const init = (...args: readonly string[]) => leadsheetIn({ ...service.env, LEADSHEET_TABLE: '' }, 'init', ...args);

describe('leadsheet init', () => {
  test('--dry-run says what would be done and writes nothing', async () => {
    const before = everythingIn(service);
    const { code, stdout } = await init(WORKBOOK, '--dry-run', '--no-examples');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Would do:\n {2}Add the tab Activity: Date, Rep, Prospect/);
    expect(stdout).toMatch(/Nothing was written\.\n$/);
    expect(stdout).not.toContain('How to');
    expect(writesIn(service.server.calls)).toEqual([]);
    expect(everythingIn(service)).toEqual(before);
  });

  test('takes the address of a spreadsheet, and says when everything is there', async () => {
    const address = `https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit#gid=0`;
    expect(await init(address)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Done:/) });
    expect(await init(WORKBOOK)).toMatchObject({
      code: 0,
      stdout: 'Everything is there already; nothing was written.\n',
    });
  });

  test('--template makes a spreadsheet, sets it up and says how to share it', async () => {
    const from = service.server.calls.length;
    const { code, stdout } = await init(
      '--template',
      'Team sheet',
      '--locale',
      'nl_NL',
      '--time-zone',
      'Europe/Amsterdam',
    );
    expect(code).toBe(0);
    const id = /spreadsheets\/d\/([\w-]+)\/edit/.exec(stdout)?.[1] ?? '';
    const { state, sheets } = service.server.workbook(id);
    expect(state).toMatchObject({ title: 'Team sheet', locale: 'nl_NL', timeZone: 'Europe/Amsterdam' });
    expect(sheets.map(({ title }) => title)).toEqual([
      ...['Activity', 'Team', 'Goals', 'Outcomes', 'Calendar', 'Drills', 'Meetings', 'Settings', 'How to'],
    ]);
    expect(stdout).toContain(`https://docs.google.com/spreadsheets/d/${id}/copy`);
    expect(writesIn(service.server.calls.slice(from))).toEqual(['spreadsheets.create', 'spreadsheets.batchUpdate']);
  });

  test('--template on this machine says how to open it there, not at Google', () =>
    withFolder(async (folder) => {
      const { code, stdout } = await leadsheet('init', '--template', 'Ours', '--data', folder);
      expect(code).toBe(0);
      const id = /^Made the spreadsheet "Ours": ([\w-]+)$/m.exec(stdout)?.[1] ?? '';
      expect(stdout).toContain(`leadsheet sheets-server --data ${join(folder, 'workbooks')}\n`);
      expect(stdout).toContain(`leadsheet sync ${id} --data ${folder}\n`);
      expect(stdout).not.toMatch(/google\.com|share/i);
      expect(await leadsheet('sync', id, '--data', folder)).toMatchObject({ code: 0 });
    }));

  test('says what to do when the account may make no spreadsheet, or sees none', async () => {
    service.server.faults.next({ answer: 403, match: ({ operation }) => operation === 'spreadsheets.create' });
    const refused = await init('--template', 'Mine');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Make an empty spreadsheet yourself') });
    service.server.faults.next({ answer: 403, match: ({ operation }) => operation === 'spreadsheets.get' });
    expect(await init(WORKBOOK)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Share the spreadsheet with'),
    });
    expect(await init()).toMatchObject({ code: 2, stderr: expect.stringContaining('--template NAME') });
  });
});
