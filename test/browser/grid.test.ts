import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { cellAt, goTo, hasChromium, openPage, paste, startChromium } from './chromium.ts';

const LONG = 100_000;

describe.skipIf(!hasChromium)('the grid', () => {
  let server: SheetsServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startSheetsServer();
    server.addWorkbook({
      id: 'book',
      title: 'Book <i>',
      locale: 'en_GB',
      timeZone: 'Europe/London',
      tabs: [
        {
          title: 'Small',
          rows: [
            ['Name', 'Day', 'Sum'],
            ['<script>window.bad = 1</script>', 46342, 3500.5],
          ],
          formats: { 1: { type: 'DATE', pattern: 'd mmm yyyy' }, 2: { type: 'CURRENCY', pattern: '#,##0.00' } },
          frozenRows: 1,
        },
        { title: 'Long', rows: Array.from({ length: LONG }, (_, row) => [`row ${row + 1}`, row + 1]), frozenRows: 1 },
        { title: 'Kept', rows: [['not yours']] },
        { title: 'Wrapped', rows: Array.from({ length: 200 }, () => ['words '.repeat(9)]) },
      ],
    });
    const sheetId = server.workbook('book').sheetByTitle('Kept')?.id ?? -1;
    server.edit('book', [
      { addProtectedRange: { protectedRange: { range: { sheetId }, description: 'Only we write.' } } },
      {
        repeatCell: {
          range: { sheetId: server.workbook('book').sheetByTitle('Wrapped')?.id ?? -1 },
          cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
          fields: 'userEnteredFormat.wrapStrategy',
        },
      },
    ]);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const tab = (title: string) => `${server.url}w/book#gid=${server.workbook('book').sheetByTitle(title)?.id}`;
  const open = (title: string, options = {}) => openPage(browser, tab(title), options);
  /** The middle of the row is within the window. */
  const isInSight = async (page: Page, row: number) => {
    const [cell, window] = await Promise.all([
      cellAt(page, row, 0).boundingBox(),
      page.locator('#scroller').boundingBox(),
    ]);
    const middle = cell && cell.y + cell.height / 2;
    return middle !== null && window !== null && middle > window.y && middle < window.y + window.height;
  };
  const value = (title: string, row: number, column: number) =>
    server.workbook('book').sheetByTitle(title)?.cells.value(row, column);

  it('shows text as text, and numbers as formatted', async () => {
    const { page, complaints } = await open('Small');
    await expect.poll(() => cellAt(page, 1, 0).textContent()).toBe('<script>window.bad = 1</script>');
    expect(await cellAt(page, 1, 1).textContent()).toBe('16 Nov 2026');
    expect(await cellAt(page, 1, 2).textContent()).toBe('3,500.50');
    expect(await page.locator('h1').textContent()).toBe('Book <i>');
    expect(await page.evaluate('window.bad')).toBeUndefined();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('scrolls to row 90,000 of 100,000 with few rows in the page, the frozen row above them', async () => {
    const { page } = await open('Long');
    await expect.poll(() => cellAt(page, 1, 0).textContent()).toBe('row 2');
    await page.evaluate(`{
      const scroller = document.getElementById('scroller');
      scroller.scrollTop = scroller.scrollHeight * (90000 / ${LONG + 100});
    }`);
    await expect.poll(() => page.locator('.cell', { hasText: /^row (89|90)\d\d\d$/ }).count()).toBeGreaterThan(0);
    expect(await cellAt(page, 0, 0).isVisible()).toBe(true);
    expect(await page.locator('.row').count()).toBeLessThan(120);
    await page.context().close();
  });

  it('is moved about and typed into with the keyboard alone', async () => {
    const { page } = await open('Small');
    const place = () => page.locator('#place').inputValue();
    await expect.poll(() => cellAt(page, 0, 0).textContent()).toBe('Name');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect.poll(place).toBe('B2');
    await page.keyboard.press('F2');
    expect(await page.locator('#editor').inputValue()).toBe('16/11/2026');
    await page.keyboard.press('Escape');
    await page.keyboard.type('17/11/2026');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1,250');
    await page.keyboard.press('Enter');
    await expect.poll(place).toBe('C3');
    await expect.poll(() => cellAt(page, 1, 2).textContent()).toBe('1,250.00');
    expect(value('Small', 1, 1)).toBe(46343);
    await page.keyboard.press('Control+Home');
    await expect.poll(place).toBe('A1');
    await page.keyboard.press('Control+End');
    await expect.poll(place).toBe('C2');
    await page.keyboard.press('Delete');
    await expect.poll(() => value('Small', 1, 2)).toBeUndefined();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('grid');
    await page.context().close();
  });

  it('tells readers of the screen what it is and where one stands', async () => {
    const { page } = await open('Small');
    const grid = page.getByRole('grid', { name: 'Small' });
    expect(await grid.getAttribute('aria-rowcount')).toBe('1000');
    expect(await grid.getAttribute('aria-activedescendant')).toBe('c0-0');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Small');
    expect(await page.getByRole('columnheader').first().textContent()).toBe('A');
    expect(await page.locator('#c1-0').getAttribute('aria-colindex')).toBe('1');
    await page.context().close();
  });

  it('copies what is shown and pastes rows, also beyond the last row', async () => {
    const { page } = await open('Small');
    await goTo(page, 'A1000');
    await paste(page, 'one\t1\n"two\nlines"\t2\nthree\t3\n');
    await expect.poll(() => value('Small', 1001, 0)).toBe('three');
    expect(value('Small', 1000, 0)).toBe('two\nlines');
    await goTo(page, 'A1:B2');
    await expect.poll(() => page.locator('.selected').count()).toBe(3);
    const copied = await page.evaluate(`{
      const clipboardData = new DataTransfer();
      document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      clipboardData.getData('text/plain');
    }`);
    expect(copied).toMatch(/^Name\tDay\n<script>.*\t17 Nov 2026$/);
    await page.context().close();
  });

  it('shows the last of the rows that are pasted, also when the tab had to grow', async () => {
    const { page } = await open('Wrapped');
    const many = Array.from({ length: 100 }, (_, row) => `pasted ${row + 1}\tmore`).join('\n');
    for (const first of [300, 950]) {
      await goTo(page, `A${first}`);
      await paste(page, many);
      await expect.poll(() => cellAt(page, first + 98, 0).textContent()).toBe('pasted 100');
      await expect.poll(() => isInSight(page, first + 98)).toBe(true);
    }
    await page.context().close();
  });

  it('refuses to type into a protected tab, and says why', async () => {
    const { page } = await open('Kept');
    await expect.poll(() => cellAt(page, 0, 0).textContent()).toBe('not yours');
    await page.keyboard.type('mine');
    await page.keyboard.press('Delete');
    await paste(page, 'mine');
    expect(await page.getByRole('alert').textContent()).toBe('Only we write.');
    expect(await page.locator('#editor').count()).toBe(0);
    expect(value('Kept', 0, 0)).toBe('not yours');
    await page.context().close();
  });

  it('shows what others write while it is open', async () => {
    const { page } = await open('Long');
    await expect.poll(() => cellAt(page, 4, 0).textContent()).toBe('row 5');
    server.typeInto('book', 'Long!A5', [['changed']]);
    await expect.poll(() => cellAt(page, 4, 0).textContent(), { timeout: 5000 }).toBe('changed');
    await page.context().close();
  });

  it('goes where links lead', async () => {
    const { page } = await open('Small');
    await page.evaluate(`location.hash = '${new URL(tab('Long')).hash}&range=B500'`);
    await expect.poll(() => page.locator('#place').inputValue()).toBe('B500');
    await expect.poll(() => cellAt(page, 499, 0).textContent()).toBe('row 500');
    await page.context().close();
  });

  it('opens another tab at its top, however far down one was', async () => {
    const { page } = await open('Long');
    await goTo(page, 'A150');
    await expect.poll(() => cellAt(page, 149, 0).textContent()).toBe('row 150');
    await page.evaluate(`location.hash = '${new URL(tab('Wrapped')).hash}'`);
    // Its rows become taller once they are read.
    const isTall = "[...document.querySelectorAll('#rows .row')].some((row) => row.offsetHeight > 40)";
    await expect.poll(() => page.evaluate(isTall)).toBe(true);
    expect(await page.evaluate("document.getElementById('scroller').scrollTop")).toBe(0);
    await page.context().close();
  });

  it('fits a phone', async () => {
    const { page, complaints } = await open('Small', {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      colorScheme: 'dark',
    });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    // A tap on a row that is just drawn anew would be tried again, and so count twice.
    await expect.poll(() => cellAt(page, 0, 0).textContent()).toBe('Name');
    await cellAt(page, 4, 0).tap();
    await expect.poll(() => page.locator('#place').inputValue()).toBe('A5');
    await cellAt(page, 4, 0).tap();
    await page.locator('#editor').fill('tapped');
    await page.keyboard.press('Enter');
    await expect.poll(() => value('Small', 4, 0)).toBe('tapped');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
