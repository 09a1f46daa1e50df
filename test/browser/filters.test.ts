import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../local/sheets-server/json.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { cellAt, goTo, hasChromium, openPage, paste, startChromium } from './chromium.ts';

const ROWS = 300;
const REPS = ['Ann', 'Bob', 'Cy'];
const SOON = { timeout: 10_000 };
const BOOK = { title: 'Book', locale: 'en_GB', timeZone: 'Europe/London' };

describe.skipIf(!hasChromium)('filters on the page', () => {
  let server: SheetsServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startSheetsServer();
    server.addWorkbook({ ...BOOK, id: 'other', tabs: [{ title: 'T', rows: [['the other book']] }] });
    server.addWorkbook({
      ...BOOK,
      id: 'book',
      tabs: [
        {
          title: 'Log',
          rows: [['Rep', 'No'], ...Array.from({ length: ROWS }, (_, row) => [REPS[row % 3] ?? '', row + 2])],
          frozenRows: 1,
        },
        { title: 'Week', rows: [] },
      ],
    });
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: ROWS + 1, startColumnIndex: 0, endColumnIndex: 2 };
    const hiding = (...hiddenValues: string[]) => [{ columnIndex: 0, filterCriteria: { hiddenValues } }];
    const week = server.workbook('book').sheetByTitle('Week')?.id ?? -1;
    const text = (stringValue: string, ...runs: JsonObject[]) => ({
      userEnteredValue: { stringValue },
      textFormatRuns: runs,
    });
    const link = (startIndex: number, uri: string) => ({ startIndex, format: { link: { uri } } });
    server.edit('book', [
      {
        addFilterView: { filter: { filterViewId: 7, title: 'Cy this week', range, filterSpecs: hiding('Ann', 'Bob') } },
      },
      { setBasicFilter: { filter: { range, filterSpecs: hiding('Bob') } } },
      {
        updateCells: {
          start: { sheetId: week, rowIndex: 0, columnIndex: 0 },
          fields: 'userEnteredValue,textFormatRuns,userEnteredFormat',
          rows: [
            { values: [{ userEnteredValue: { formulaValue: '=HYPERLINK("#gid=0&fvid=7","100 calls")' } }] },
            { values: [text('row 271, or all', link(0, '#gid=0&range=A271'), { startIndex: 7 }, link(12, '#gid=0'))] },
            {
              values: [
                {
                  userEnteredValue: { stringValue: 'elsewhere' },
                  userEnteredFormat: {
                    textFormat: { link: { uri: 'https://docs.google.com/spreadsheets/d/other/edit#gid=0' } },
                  },
                },
              ],
            },
          ],
        },
      },
    ]);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const weekTab = () => `#gid=${server.workbook('book').sheetByTitle('Week')?.id}`;
  const open = (hash: string, options = {}) => openPage(browser, `${server.url}w/book${hash}`, options);
  const shownReps = (page: Page) =>
    page.locator('#rows [data-column="0"]').evaluateAll((cells) => [...new Set(cells.map((cell) => cell.textContent))]);
  const bar = (page: Page) => page.locator('#view-bar');

  it('hides what the basic filter hides, with its sign in the header', async () => {
    const { page, complaints } = await open('#gid=0');
    await expect.poll(() => shownReps(page), SOON).toEqual(['Ann', 'Cy']);
    expect(await cellAt(page, 2, 0).count()).toBe(0);
    expect(await cellAt(page, 0, 0).getByRole('button').getAttribute('aria-label')).toBe('Filter. Hides: Bob.');
    await cellAt(page, 0, 1).getByRole('button').click();
    expect(await page.getByRole('alert').textContent()).toContain('asks nothing');
    expect(await bar(page).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('opens a filter view by its address, for this page alone, and closes it', async () => {
    const { page } = await open('#gid=0&fvid=7');
    const { page: other } = await open('#gid=0');
    await expect.poll(() => shownReps(page), SOON).toEqual(['Cy']);
    expect(await bar(page).textContent()).toContain('Filter view: Cy this week. 100 of 300 rows, for you alone.');
    expect(await page.getByLabel('Filter views').inputValue()).toBe('7');
    await expect.poll(() => shownReps(other), SOON).toEqual(['Ann', 'Cy']);
    await page.getByRole('button', { name: 'Close view' }).click();
    await expect.poll(() => shownReps(page), SOON).toEqual(['Ann', 'Cy']);
    expect(await bar(page).isVisible()).toBe(false);
    await page.getByLabel('Filter views').selectOption('Cy this week');
    await expect.poll(() => shownReps(page), SOON).toEqual(['Cy']);
    expect(new URL(page.url()).hash).toBe('#gid=0&fvid=7');
    await page.context().close();
    await other.context().close();
  });

  it('follows the links of cells to a filter view, to a cell and to another workbook', async () => {
    const { page } = await open(weekTab());
    await page.getByRole('link', { name: '100 calls' }).click();
    await expect.poll(() => shownReps(page), SOON).toEqual(['Cy']);
    await page.goBack();
    await page.getByRole('link', { name: 'row 271' }).click();
    await expect.poll(() => page.locator('#place').inputValue(), SOON).toBe('A271');
    await expect.poll(() => cellAt(page, 270, 0).isVisible(), SOON).toBe(true);
    await page.goBack();
    expect(await page.getByRole('link', { name: 'elsewhere' }).getAttribute('href')).toBe('/w/other#gid=0');
    await page.context().close();
  });

  it('follows a link that leads to where the address is already', async () => {
    const { page } = await open(`${weekTab()}&range=C9`);
    server.edit('book', [
      {
        updateCells: {
          start: { sheetId: Number(weekTab().slice(5)), rowIndex: 4, columnIndex: 0 },
          fields: 'userEnteredValue',
          rows: [{ values: [{ userEnteredValue: { formulaValue: `=HYPERLINK("${weekTab()}&range=C9","here")` } }] }],
        },
      },
    ]);
    await goTo(page, 'B2');
    await page.getByRole('link', { name: 'here', exact: true }).click();
    await expect.poll(() => page.locator('#place').inputValue(), SOON).toBe('C9');
    await page.context().close();
  });

  it('says when a link leads to a hidden row, and when its view is gone', async () => {
    const { page } = await open('#gid=0');
    await page.evaluate("location.hash = '#gid=0&range=A3'");
    await expect.poll(() => page.getByRole('alert').textContent(), SOON).toBe('Row 3 is hidden by a filter.');
    await page.evaluate("location.hash = '#gid=0&fvid=99'");
    await expect.poll(() => bar(page).textContent(), SOON).toContain('This filter view is gone');
    await page.context().close();
  });

  it('passes over hidden rows with the arrows, and leaves them alone when clearing, copying and pasting', async () => {
    const { page } = await open('#gid=0&fvid=7');
    await expect.poll(() => shownReps(page), SOON).toEqual(['Cy']);
    await goTo(page, 'B4');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('#place').inputValue(), SOON).toBe('B7');
    await goTo(page, 'B4:B7');
    const copied = await page.evaluate(`{
      const clipboardData = new DataTransfer();
      document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      clipboardData.getData('text/plain');
    }`);
    expect(copied).toBe('4\n7');
    await page.keyboard.press('Delete');
    const value = (row: number) =>
      server
        .workbook('book')
        .sheet(0)
        ?.cells.value(row - 1, 1);
    await expect.poll(() => [4, 5, 6, 7].map(value), SOON).toEqual([undefined, 5, 6, undefined]);
    await paste(page, '1\n2\n3');
    expect(await page.getByRole('alert').textContent()).toContain('A filter hides rows there.');
    expect(value(5)).toBe(5);
    await page.context().close();
  });

  it('fits a phone', async () => {
    const { page } = await open('#gid=0&fvid=7', { viewport: { width: 390, height: 780 }, hasTouch: true });
    await expect.poll(() => shownReps(page), SOON).toEqual(['Cy']);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.getByRole('button', { name: 'Close view' }).tap();
    await expect.poll(() => shownReps(page), SOON).toEqual(['Ann', 'Cy']);
    await page.context().close();
  });
});
