import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exportAt } from '../../local/commands/export.ts';
import { importAt } from '../../local/commands/import.ts';
import { readExport } from '../../local/export/read-export.ts';
import { readStoredWorkbook } from '../../local/export/stored-workbook.ts';
import { importFile } from '../../local/import/import-file.ts';
import { progress } from '../../local/progress.ts';
import { readFigures } from '../../local/read-figures.ts';
import { leadsheetIn, withFolder } from '../support/e2e-command.ts';
import { MID_AFTERNOON, smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf } from '../support/e2e-tabs.ts';
import { storedRowsOf } from '../support/remembering-service.ts';

const DEEP = { depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null };
const DAY = 86_400_000;
const services: TestService[] = [];
let before: TestService;
beforeAll(async () => {
  before = await remembering();
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});
afterAll(() => before.close());

const QUIET = progress({ quiet: true });
const at = (service: TestService) => ({ composed: service.composed(), workbook: WORKBOOK });

/** Rows that look like something else than they are. */
const ODD = [
  [46_346, '=HYPERLINK("http://x","Jane")', '+Acme', '@sum', 'Ask', 'Proposal sent', '', '00123', '', '', '-x', '', ''],
  [
    46_346.25 + 1 / 86_400,
    '__proto__',
    'constructor',
    '',
    'Close',
    'Booked',
    2,
    1234.56,
    '',
    '',
    '#N/A',
    46_350,
    '_x0041_ 🙂',
  ],
  ['19 Nov 2026', 'مريم', 'Üñï & <b>', '', 'Follow-up', '', '', '12345678901234567890', '', '', '46346', 'soon', "'t"],
  ['', 'Jane', 'No date', '', 'Ask', '', true, 'TRUE', '', '', '', '', '2026-11-20'],
  [1e9, 'Jane', 'Far off', '', 'Ask'],
  [5, 'Jane', 'Of 1900', '', 'Ask', '', -3, 0.1],
];

/** A workbook that remembers something: closed weeks, targets, forecasts, agendas and first-seen times. */
async function remembering(): Promise<TestService> {
  const service = await testService({ book: smallSample(4) });
  service.now = MID_AFTERNOON - 21 * DAY;
  await service.settle();
  const below = cellsOf(service.server, 'Activity').length + 1;
  const sheetId = 0;
  service.server.edit(WORKBOOK, [
    {
      updateCells: {
        start: { sheetId, rowIndex: below, columnIndex: 0 },
        fields: 'userEnteredValue',
        rows: ODD.map((cells) => ({
          values: cells.map((cell) => ({
            userEnteredValue:
              typeof cell === 'number'
                ? { numberValue: cell }
                : typeof cell === 'boolean'
                  ? { boolValue: cell }
                  : cell === ''
                    ? undefined
                    : { stringValue: cell },
          })),
        })),
      },
    },
  ]);
  service.now = MID_AFTERNOON;
  await service.settle();
  return service;
}

const figures = async (service: TestService) => {
  const { facts, source, derived } = await service.head();
  // When the sheet was found changed is of the spreadsheet, and no figure.
  const { runs: _, ...shown } = await readFigures(service.composed(), WORKBOOK, undefined);
  // As text: the rules hold functions.
  return { facts, derived: derived?.root, source, shown: inspect(shown, DEEP) };
};

describe('export and import back', () => {
  test('gives the same rows, settings, figures, closed weeks and first-seen times, item for item', async () => {
    await withFolder(async (folder) => {
      expect(await exportAt(at(before), folder)).toBe(0);
      const { remembered } = await readExport(folder);
      expect(remembered.facts).toMatchObject({ frozen: { weeks: expect.arrayContaining([expect.anything()]) } });
      expect(Object.keys(remembered.firstSeen).length).toBeGreaterThan(0);

      const { title, locale, timeZone } = remembered;
      const book = await importFile(join(folder, 'workbook.xlsx'), { locale, timeZone });
      const after = await testService({ book: { ...book, title } });
      services.push(after);
      expect(await importAt(at(after), await readExport(folder), false, QUIET)).toBe(0);
      expect(await figures(after)).toEqual(await figures(before));
      expect(await storedRowsOf(after)).toEqual(await storedRowsOf(before));
      // Again changes nothing.
      const head = await after.head();
      expect(await importAt(at(after), await readExport(folder), false, QUIET)).toBe(0);
      expect((await after.head()).facts).toBe(head.facts);
    });
  });

  test('a workbook that remembers something else keeps it, unless it is told to replace it', async () => {
    await withFolder(async (folder) => {
      await exportAt(at(before), folder);
      const { tabs } = await importFile(join(folder, 'workbook.xlsx'));
      const other = await testService({ book: { ...smallSample(1), tabs } });
      services.push(other);
      await other.settle();
      const { facts } = await other.head();
      expect(await importAt(at(other), await readExport(folder), false, QUIET)).toBe(3);
      expect((await other.head()).facts).toBe(facts);
      expect(await importAt(at(other), await readExport(folder), true, QUIET)).toBe(0);
      expect((await other.head()).facts).toBe((await before.head()).facts);
    });
  });

  test('a sheet without the rows is refused, and so is a folder that was changed', async () => {
    const empty = await testService({ book: smallSample(1) });
    services.push(empty);
    await withFolder(async (folder) => {
      await exportAt(at(before), folder);
      expect(await importAt(at(empty), await readExport(folder), true, QUIET)).toBe(3);
      expect((await empty.head()).facts).toBeUndefined();
      const path = join(folder, 'remembered.json');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('\\"days\\":[[', '\\"days\\":[ ['));
      await expect(readExport(folder)).rejects.toThrow(/closed week/);
      await writeFile(path, '{');
      await expect(readExport(folder)).rejects.toThrow(/no export/);
    });
  });
});

test('by the command line: the files, and what to do when there is nothing', async () => {
  const service = await testService({ book: smallSample(1) });
  services.push(service);
  await withFolder(async (folder) => {
    expect(await leadsheetIn(service.env, 'export', WORKBOOK, '--out', folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('leadsheet sync'),
    });
    await service.settle();
    const exported = await leadsheetIn(service.env, 'export', WORKBOOK, '--out', folder);
    expect(exported).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[\d,]+ rows of ".+" in /) });
    const rows = (await readStoredWorkbook(service.store(), WORKBOOK, (await service.head()).source ?? '')).repDays;
    const lines = rows.reduce((sum, day) => sum + day.lines.length, 0);
    expect((await readFile(join(folder, 'rows.csv'), 'utf8')).split('\n').length).toBeGreaterThan(lines);
    expect(await leadsheetIn(service.env, 'import', join(folder, 'none'), WORKBOOK)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('leadsheet export'),
    });
  });
});
