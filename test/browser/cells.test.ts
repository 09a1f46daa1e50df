import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { cellAt, goTo, hasChromium, openPage, startChromium } from './chromium.ts';

const area = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const SHOUT = 'rgb(255, 0, 0)';
const SOON = { timeout: 10_000 };
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };

describe.skipIf(!hasChromium)('the cells of the page', () => {
  let server: SheetsServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startSheetsServer();
    server.addWorkbook({
      id: 'book',
      title: 'Book',
      locale: 'en_GB',
      timeZone: 'Europe/London',
      tabs: [
        {
          title: 'T',
          rows: [
            ['Activity', 'Done', 'Sum', 'Note'],
            ['Ask', true, 5, 'x'],
            ['Close', null, 1, 'y'],
            ['', null, '', ''],
            ['Merged', '', '', ''],
            ['', '', 'right of it', ''],
          ],
        },
        { title: 'Lists', rows: [['Ann'], ['Bob']] },
      ],
    });
    const condition = (type: string, ...values: string[]) => ({
      condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
    });
    server.edit('book', [
      { setDataValidation: { range: area(1, 4, 0, 1), rule: condition('ONE_OF_LIST', 'Attempt', 'Ask', 'Close') } },
      { setDataValidation: { range: area(3, 4, 3, 4), rule: condition('ONE_OF_RANGE', '=Lists!A1:A2') } },
      { setDataValidation: { range: area(1, 4, 1, 2), rule: condition('BOOLEAN') } },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [area(1, 4, 2, 3)],
            booleanRule: { ...condition('NUMBER_GREATER', '3'), format: { backgroundColor: { red: 1 } } },
          },
        },
      },
      {
        addBanding: {
          bandedRange: {
            range: area(0, 9, 3, 4),
            rowProperties: { firstBandColor: { red: 1 }, secondBandColor: { blue: 1 } },
          },
        },
      },
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 2, columnIndex: 3 },
          fields: 'note',
          rows: [{ values: [{ note: 'Why\nnot?' }] }],
        },
      },
      { mergeCells: { range: area(4, 6, 0, 2), mergeType: 'MERGE_ALL' } },
    ]);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const open = (options = {}) => openPage(browser, `${server.url}w/book#gid=0`, options);
  const value = (row: number, column: number) => server.workbook('book').sheet(0)?.cells.value(row, column);
  const paper = (page: Page, row: number, column: number): Promise<unknown> =>
    page.evaluate(`getComputedStyle(document.getElementById('c${row}-${column}')).backgroundColor`);

  it('wear conditional formats and bands, also as values change', async () => {
    const { page, complaints } = await open();
    await expect.poll(() => cellAt(page, 1, 2).textContent(), SOON).toBe('5');
    expect(await paper(page, 1, 2)).toBe(SHOUT);
    expect(await paper(page, 2, 2)).toBe('rgb(255, 255, 255)');
    await goTo(page, 'C3');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect.poll(() => paper(page, 2, 2), SOON).toBe(SHOUT);
    expect([await paper(page, 0, 3), await paper(page, 7, 3)]).toEqual([SHOUT, 'rgb(0, 0, 255)']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('show their notes to a mouse, to the keyboard and to a finger', async () => {
    const note = '[role=tooltip]';
    const { page } = await open();
    await expect.poll(() => cellAt(page, 2, 3).textContent(), SOON).toBe('y');
    expect(await page.locator(note).isVisible()).toBe(false);
    await cellAt(page, 2, 3).hover();
    await expect.poll(() => page.locator(note).textContent(), SOON).toBe('Why\nnot?');
    await cellAt(page, 0, 0).hover();
    await expect.poll(() => page.locator(note).isVisible(), SOON).toBe(false);
    await goTo(page, 'D3');
    await expect.poll(() => page.locator(note).isVisible(), SOON).toBe(true);
    await page.keyboard.press('F2');
    await expect.poll(() => page.locator(note).isVisible(), SOON).toBe(false);
    await page.context().close();
    const { page: phone } = await open(PHONE);
    await expect.poll(() => cellAt(phone, 2, 3).count(), SOON).toBe(1);
    await goTo(phone, 'A1');
    await cellAt(phone, 2, 3).scrollIntoViewIfNeeded();
    await cellAt(phone, 2, 3).tap();
    await expect.poll(() => phone.locator(note).isVisible(), SOON).toBe(true);
    const box = await phone.locator(note).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
    await phone.context().close();
  });

  it('offer the choices of a dropdown while typing, and take other text too', async () => {
    const { page } = await open();
    const offered = () => page.getByRole('option').allTextContents();
    await expect.poll(() => cellAt(page, 1, 0).textContent(), SOON).toBe('Ask');
    await goTo(page, 'A2');
    await page.keyboard.press('F2');
    expect(await offered()).toEqual(['Attempt', 'Ask', 'Close']);
    await page.keyboard.press('Escape');
    await page.keyboard.type('a');
    expect(await offered()).toEqual(['Attempt', 'Ask']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => value(1, 0), SOON).toBe('Attempt');
    await page.keyboard.type('something else');
    await page.keyboard.press('Tab');
    await expect.poll(() => value(2, 0), SOON).toBe('something else');
    await goTo(page, 'A4');
    // The mark is drawn with the cell; a click that came before it only selects.
    const close = page.getByRole('option', { name: 'Close' });
    const openChoices = async () => {
      const cell = await cellAt(page, 3, 0).boundingBox();
      await page.mouse.click((cell?.x ?? 0) + (cell?.width ?? 0) - 8, (cell?.y ?? 0) + 12);
      await page.waitForTimeout(300);
      return close.count();
    };
    await expect.poll(openChoices, { ...SOON, interval: 500 }).toBe(1);
    await close.click();
    await expect.poll(() => value(3, 0), SOON).toBe('Close');
    await goTo(page, 'D4');
    await page.keyboard.press('F2');
    expect(await offered()).toEqual(['Ann', 'Bob']);
    await page.context().close();
  });

  it('tick their boxes by click, tap and the space bar', async () => {
    const { page } = await open();
    const box = (row: number) => cellAt(page, row, 1).getByRole('checkbox');
    await expect.poll(() => box(1).getAttribute('aria-checked'), SOON).toBe('true');
    expect(await box(2).getAttribute('aria-checked')).toBe('false');
    await box(1).click();
    await expect.poll(() => value(1, 1), SOON).toBe(false);
    await expect.poll(() => box(1).getAttribute('aria-checked'), SOON).toBe('false');
    await goTo(page, 'B3');
    await page.keyboard.press('Space');
    await expect.poll(() => value(2, 1), SOON).toBe(true);
    await page.context().close();
    const { page: phone } = await open(PHONE);
    await expect.poll(() => cellAt(phone, 3, 1).getByRole('checkbox').count(), SOON).toBe(1);
    await cellAt(phone, 3, 1).getByRole('checkbox').tap();
    await expect.poll(() => value(3, 1), SOON).toBe(true);
    await phone.context().close();
  });

  it('lie over all rows and columns that they are merged of', async () => {
    const { page } = await open();
    await expect.poll(() => cellAt(page, 4, 0).textContent(), SOON).toBe('Merged');
    const [merged, below, right] = await Promise.all([
      cellAt(page, 4, 0).boundingBox(),
      cellAt(page, 6, 0).boundingBox(),
      cellAt(page, 5, 2).boundingBox(),
    ]);
    expect((merged?.y ?? 0) + (merged?.height ?? 0)).toBe(below?.y);
    expect((merged?.x ?? 0) + (merged?.width ?? 0)).toBe(right?.x);
    const seen = await page.evaluate(
      `document.elementFromPoint(${(merged?.x ?? 0) + 150}, ${(merged?.y ?? 0) + 40}).closest('.cell').id`,
    );
    expect(seen).toBe('c4-0');
    await page.context().close();
  });
});
