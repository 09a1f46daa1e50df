import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { appsScript, type CellsOfTab, type Script, type ScriptRequest } from '../support/apps-script.ts';
import { smallSample, type TestService, testService } from '../support/e2e-service.ts';
import { cellsOf, shown } from '../support/e2e-tabs.ts';
import { claims, signingKey, token } from '../support/identity-tokens.ts';
import { type SyncService, syncService, WORKBOOK } from '../support/sync-service.ts';

describe('the menu of the sheet, over the tabs that report wrote', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await testService({ book: smallSample(2) });
  });
  afterEach(() => service.close());

  /** As getValues of Apps Script has it: what each cell shows. */
  const valuesOf = (tab: string | number): CellsOfTab =>
    cellsOf(service.server, tab).map((row, at) => row.map((_, column) => shown(service.server, tab, at, column) ?? ''));
  const numberOf = (email: string): Script => {
    const tabs = [
      { id: 1, title: 'Team', cells: valuesOf('Team') },
      { id: TAB_SHEET_IDS.Week, title: 'Week', cells: valuesOf(TAB_SHEET_IDS.Week) },
    ];
    const script = appsScript({ tabs, email });
    script.call('leadsheetMyNumber');
    return script;
  };

  test('"What is my number today" says what Week says', async () => {
    await service.run();
    const team = valuesOf('Team');
    const [rep, email] = ['Rep', 'Email'].map((name) => String(team[1]?.[team[0]?.indexOf(name) ?? -1]));
    const week = valuesOf(TAB_SHEET_IDS.Week);
    const header = week.find((row) => row[0] === 'Rep') ?? [];
    const line = week.find((row) => row[0] === rep) ?? [];
    const cell = (name: string): unknown => line[header.indexOf(name)];

    const { alerts } = numberOf(email ?? '');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.title).toBe(`Leadsheet: ${rep}`);
    const text = alerts[0]?.text ?? '';
    expect(text).toMatch(new RegExp(`^Today: ${cell('Today')} MSIs?\\.`));
    expect(text).toContain(`This week: ${cell('This week')} MSI`);
    expect(text).toContain(typeof cell('Target') === 'number' ? ` of ${cell('Target')}` : 'There is no target');
    expect(text).toContain(`Status: ${cell('Status')}.`);
    expect(text).toContain('As of Fri 20 Nov 2026, 15:00 (Europe/London)');
  });

  test('and on the morning of the first day, that it is about last week', async () => {
    service.now = Date.parse('2026-11-23T07:00:00Z');
    await service.run();
    const team = valuesOf('Team');
    const email = String(team[1]?.[team[0]?.indexOf('Email') ?? -1]);
    expect(numberOf(email).alerts[0]?.text).toMatch(/^Today's number comes later this morning.*Last week: \d+ MSI/s);
  });
});

describe('"Sync now"', () => {
  const google = signingKey();
  let service: SyncService;
  beforeEach(async () => {
    service = await syncService(google);
    for (const [name, value] of Object.entries(service.env)) vi.stubEnv(name, value);
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await service.close();
  });

  /** UrlFetchApp waits for its answer, which JavaScript here can't: the request is sent once it is known, then told again. */
  async function syncNow(workbook: string, idToken: string): Promise<Script> {
    let sent: ScriptRequest | undefined;
    const run = (status: number): Script => {
      const fetch = (request: ScriptRequest) => {
        sent = request;
        return status;
      };
      const script = appsScript({ syncNowUrl: service.url, workbook, token: idToken, fetch });
      script.call('leadsheetSyncNow');
      return script;
    };
    run(200);
    if (!sent) throw new Error('nothing was sent');
    const { url, method, headers, payload } = sent;
    return run((await globalThis.fetch(url, { method: method.toUpperCase(), headers, body: payload })).status);
  }

  test('sends a hint, and says what the service answered', async () => {
    const mine = token(claims(Date.now()), google);
    expect((await syncNow(WORKBOOK, mine)).toasts).toEqual([expect.stringMatching(/On its way/)]);
    expect(service.sent).toHaveLength(1);
    expect((await syncNow(WORKBOOK, mine)).toasts).toEqual([expect.stringMatching(/a while ago/)]);
    const another = token(claims(Date.now(), { email: 'guest@elsewhere.test' }), google);
    expect((await syncNow(WORKBOOK, another)).alerts).toEqual([
      { title: 'Leadsheet: Sync now', text: expect.stringMatching(/may not ask for a sync/) },
    ]);
    expect((await syncNow(WORKBOOK, 'a.b.c')).alerts[0]?.text).toMatch(/did not accept your Google identity/);
    expect(service.sent).toHaveLength(1);
  });
});
