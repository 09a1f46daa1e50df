import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { handler as ingestHandler } from '../../lambdas/ingest/handler.ts';
import { handler as reportHandler } from '../../lambdas/report/handler.ts';
import { handler as rollupHandler } from '../../lambdas/rollup/handler.ts';
import { TAB_NAMES } from '../../lambdas/tabs/tab-names.ts';
import { MID_AFTERNOON, smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { healthText, writesIn } from '../support/e2e-tabs.ts';

// The handlers ask for nothing else of it.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
const message = (...bodies: readonly string[]): SQSEvent => ({ Records: bodies.map((body) => ({ body })) }) as SQSEvent; // nor of an event
const hint = message(JSON.stringify({ workbook: WORKBOOK }));

let service: TestService;
let printed: string[];
beforeEach(async () => {
  service = await testService({ book: smallSample(1) });
  for (const [name, value] of Object.entries(service.env)) vi.stubEnv(name, value);
  // Handlers read the clock; timers stay real.
  vi.useFakeTimers({ toFake: ['Date'], now: MID_AFTERNOON });
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await service.close();
});

/** Runs ingest, and says what its log says. */
async function ingested(): Promise<unknown> {
  await ingestHandler(hint, context);
  const { status } = JSON.parse(printed.at(-1) ?? '{}') as { status?: string }; // a line of log()
  return status;
}

describe('the doors of the functions', () => {
  test('a hint in, and the reports stand on the sheet', async () => {
    expect(await ingested()).toBe('changed');
    await rollupHandler(hint, context);
    await reportHandler(hint, context);
    expect(healthText(service.server)).toContain('As of Fri 20 Nov 2026, 15:00 (Europe/London)');
    expect(await ingested()).toBe('noted');
    expect(await ingested()).toBe('unchanged');
    const calls = service.server.calls.length;
    await rollupHandler(hint, context);
    await reportHandler(hint, context);
    expect(service.server.calls.length).toBe(calls);
    service.server.replaceTab(WORKBOOK, 'Activity', [['Date', 'Rep']]);
    expect(await ingested()).toBe('stopped');
    await reportHandler(hint, context);
    expect(healthText(service.server)).toContain('The sync is stopped');
  });

  test('a message twice, or before its time, does no harm', async () => {
    await reportHandler(hint, context);
    await rollupHandler(hint, context);
    expect(writesIn(service.server.calls)).toEqual([]);
    await ingestHandler(hint, context);
    await rollupHandler(message(...Array<string>(2).fill(JSON.stringify({ workbook: WORKBOOK }))), context);
    await reportHandler(hint, context);
    await reportHandler(hint, context);
    // The named range of Check, its cells, the filter views on Activity, the report tabs.
    const batch = 'spreadsheets.batchUpdate';
    expect(writesIn(service.server.calls)).toEqual([batch, 'values.batchUpdate', batch, batch]);
  });

  test('log one line of JSON each, without anything that people typed', async () => {
    await ingestHandler(hint, context);
    await rollupHandler(hint, context);
    await reportHandler(hint, context);
    const lines = printed.join('').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'ingest', workbook: WORKBOOK, status: 'changed', rows: expect.any(Number), stopped: false },
      { event: 'rollup', workbook: WORKBOOK, status: 'changed' },
      { event: 'report', workbook: WORKBOOK, status: 'published', tabs: TAB_NAMES.length },
    ]);
    expect(lines.join('\n')).not.toMatch(/Jane|Fred|example\.com|local/);
  });

  const MALFORMED = [undefined, {}, { workbook: '' }, { workbook: '../other' }, { workbook: 7 }, 'sheet'];
  test.each(MALFORMED)('a malformed message throws: %j', async (event) => {
    const body = message(JSON.stringify(event) ?? '');
    await expect(ingestHandler(body, context)).rejects.toThrow();
    await expect(rollupHandler(body, context)).rejects.toThrow();
    await expect(reportHandler(body, context)).rejects.toThrow();
    await expect(reportHandler(message('{'), context)).rejects.toThrow(/left out here/);
    expect(service.server.calls).toEqual([]);
  });

  test('an environment without a table throws and names the variable, never a value', async () => {
    vi.stubEnv(ENV.table, '');
    vi.stubEnv(ENV.sheetsRootUrl, 'ftp://secret.example.com');
    const refusal = ingestHandler(hint, context);
    await expect(refusal).rejects.toThrow(/LEADSHEET_TABLE.*LEADSHEET_SHEETS_ROOT_URL/s);
    await expect(refusal).rejects.not.toThrow(/secret/);
  });

  test('a function that is out of time says so before the runtime ends it', async () => {
    const late = { getRemainingTimeInMillis: () => 1_000 } as Context;
    await expect(ingestHandler(hint, late)).rejects.toThrow(/time/i);
  });
});
