import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = PATHS.find((path) => existsSync(path));

export const hasChromium = executablePath !== undefined;
if (!hasChromium) console.warn('Chromium is not installed: the browser tests are skipped.');

export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });

export interface Watched {
  readonly page: Page;
  /** What the browser complained about: errors, and what the page's policy refused. */
  readonly complaints: string[];
}

/** Opens an address in a window of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(address);
  await page.locator('[role=gridcell].active').waitFor();
  return { page, complaints };
}

/** The cell at zero-based places, when it is drawn. */
export const cellAt = (page: Page, row: number, column: number) => page.locator(`#c${row}-${column}`);

/** Goes to a cell by its name, as a person would by the field above the grid. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.locator('#place').fill(name);
  await page.keyboard.press('Enter');
}

/** Puts text on the clipboard of the page and pastes it. */
export const paste = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
