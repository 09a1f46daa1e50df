import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { afternoonZone } from '../support/afternoon.ts';
import { goTo, hasChromium, openPage, paste, startChromium } from './chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SOON = { timeout: 10_000 };

const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const today = dayAgo(0);
const LOG = `Date,Rep,Prospect,Activity,Outcome
${dayAgo(14)},Ann,Acme,Attempt to connect,Interested
${today},Ann,Bolt,Attempt to connect,Interested
`;

describe.skipIf(!hasChromium)('the page of the demo', () => {
  let folder: string;
  let demo: ChildProcess;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leadsheet-page-'));
    const log = join(folder, 'log.csv');
    await writeFile(log, LOG);
    const options = [
      '--data',
      join(folder, 'data'),
      '--port',
      '0',
      '--locale',
      'en_GB',
      '--time-zone',
      afternoonZone(),
    ];
    demo = spawn(process.execPath, ['local/leadsheet.ts', 'demo', log, ...options], { cwd: root });
    const address = await addressOf(demo);
    browser = await startChromium();
    ({ page, complaints } = await openPage(browser, address.replace(/#.*/, '#gid=0')));
  });
  afterAll(async () => {
    await browser?.close();
    const ended = demo && demo.exitCode === null ? once(demo, 'exit') : undefined;
    demo?.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  const rowOf = (text: string) => page.locator('.row', { hasText: text });
  const openTab = (title: string) => page.getByRole('tab', { name: title, exact: true }).click();
  /** Ann's figure on Week below a header. */
  const figure = async (header: string): Promise<string | null> => {
    const head = page.locator('#head .cell', { hasText: new RegExp(`^${header}$`) });
    const column = await head.getAttribute('data-column');
    return page.locator('#rows .row', { hasText: 'Ann' }).first().locator(`[data-column="${column}"]`).textContent();
  };

  it('follows a typed activity into its verdict and the week', async () => {
    await expect.poll(() => rowOf('Bolt').textContent(), SOON).toContain('✓ 1 today');
    await page.getByRole('button', { name: 'New row' }).click();
    for (const text of [today, 'Ann', 'Crux', 'Opportunity', 'Agreed a call']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await expect.poll(() => rowOf('Crux').textContent(), SOON).toContain('✓ 2 today');
    await openTab('Week');
    await expect.poll(() => figure('Today'), SOON).toBe('2');
  });

  it('follows pasted rows', async () => {
    await openTab('Activity');
    await page.getByRole('button', { name: 'New row' }).click();
    const row = (prospect: string) => `${today}\tAnn\t${prospect}\tAttempt to connect\tInterested`;
    await paste(page, ['Dune', 'Echo', 'Flux'].map(row).join('\n'));
    await expect.poll(() => rowOf('Flux').textContent(), SOON).toContain('✓');
    await openTab('Week');
    await expect.poll(() => figure('Today'), SOON).toBe('5');
  });

  it('keeps the reports from being typed into, and syncs when asked', async () => {
    await openTab('Week');
    await goTo(page, 'A7');
    await page.keyboard.type('x');
    expect(await page.getByRole('alert').textContent()).toContain('Leadsheet writes this tab');
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(() => page.locator('#sync-text').textContent(), SOON).toMatch(/^synced (just now|[1-3] s ago)$/);
  });

  it('draws the charts of the reports over the grid, or below it on a phone', async () => {
    await page.goto(page.url().replace(/#.*/, `#gid=${TAB_SHEET_IDS.Week}`));
    await page.locator('#charts-over canvas').first().waitFor();
    await page.setViewportSize({ width: 390, height: 780 });
    await page.locator('#charts-below canvas').first().waitFor();
    expect(await page.locator('#charts-over canvas').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(complaints).toEqual([]);
  });
});

/** What the demo prints once it serves. */
async function addressOf(demo: ChildProcess): Promise<string> {
  let printed = '';
  for (const stream of [demo.stdout, demo.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  for (let tries = 0; tries < 600; tries += 1) {
    const address = /http:\S+\/w\/\S+/.exec(printed)?.[0];
    if (address !== undefined) return address;
    if (demo.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The demo does not serve:\n${printed}`);
}
