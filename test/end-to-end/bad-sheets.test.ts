import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOfIso } from '../../lambdas/domain/days/day.ts';
import { leadsheetIn } from '../support/e2e-command.ts';
import { smallSample, type TestService, TODAY, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf, columnOf, healthText, reports, sheetOf, tabsThatDiffer } from '../support/e2e-tabs.ts';

const asOf = { day: dayOfIso(TODAY) ?? Number.NaN, minute: 1440 };
const NEEDS_ATTENTION = 3;
const STACK = /\n\s+at /;

interface Trouble {
  readonly spoil: (service: TestService) => void;
  /** What people read on Health and in the terminal. */
  readonly message: RegExp;
  /** Whether Activity comes back as another tab. */
  readonly newTab?: boolean;
}

const type = ({ server }: TestService, cell: string, value: string) => server.typeInto(WORKBOOK, cell, [[value]]);
const rename = ({ server }: TestService, tab: string, title: string) =>
  server.edit(WORKBOOK, [
    { updateSheetProperties: { properties: { sheetId: sheetOf(server, tab).id, title }, fields: 'title' } },
  ]);
const plainCells = ({ server }: TestService, tab: string) =>
  cellsOf(server, tab).map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell)));

const TROUBLES: Record<string, Trouble> = {
  'a header is missing': {
    spoil: (service) => type(service, 'Activity!C1', ''),
    message:
      /The tab Activity has no column "Prospect", "Account".* Its header row seems to be row 1: add the column there/,
  },
  'a header stands twice': {
    spoil: (service) => type(service, 'Activity!D1', 'Rep'),
    message: /The tab Activity has 2 columns that mean Rep: B1 "Rep" and D1 "Rep"\. Rename all but one/,
  },
  'two columns have one meaning and neither the canonical name': {
    spoil: (service) => {
      type(service, 'Activity!C1', 'Account');
      type(service, 'Activity!D1', 'Company');
    },
    message: /2 columns that mean Prospect: C1 "Account" and D1 "Company"\. .*name that one "Prospect"/,
  },
  'all rows are gone and the header is left': {
    spoil: (service) => service.server.replaceTab(WORKBOOK, 'Activity', plainCells(service, 'Activity').slice(0, 1)),
    message:
      /All rows of the tab Activity are gone\. .*set "Accept removals" on the Settings tab to ok-[0-9a-f]{6}; otherwise restore it from File > Version history/,
  },
  'every cell is gone': {
    spoil: (service) => service.server.replaceTab(WORKBOOK, 'Activity', []),
    message: /The tab Activity is empty\. Restore its rows from File > Version history/,
  },
  'the Activity tab is deleted': {
    spoil: ({ server }) => server.edit(WORKBOOK, [{ deleteSheet: { sheetId: sheetOf(server, 'Activity').id } }]),
    newTab: true,
    message: /There is no tab named Activity\. Name the tab in which the reps type "Activity", or restore it/,
  },
  'the time zone is unknown': {
    spoil: (service) => type(service, 'Settings!B2', 'Europe/Atlantis'),
    message:
      /Settings!B2 says "Europe\/Atlantis": the setting "Time zone" needs an IANA time zone such as Europe\/Amsterdam/,
  },
};

describe('a sheet that cannot be read as it is', () => {
  describe('when', () => {
    let service: TestService;
    beforeAll(async () => {
      service = await testService({ book: smallSample(1) });
      await service.run({ asOf });
      await service.run({ asOf });
    });
    afterAll(() => service.close());

    test.each(Object.entries(TROUBLES))(
      '%s: the last good reports stay, and it says what to do',
      async (_, trouble) => {
        const good = {
          reports: structuredClone(reports(service.server)),
          activity: plainCells(service, 'Activity'),
          settings: plainCells(service, 'Settings'),
          head: await service.head(),
        };
        trouble.spoil(service);

        const sync = await leadsheetIn(service.env, 'sync', WORKBOOK, '--as-of', TODAY);
        expect(sync.stderr).toMatch(trouble.message);
        expect(sync.code).toBe(NEEDS_ATTENTION);
        expect(sync.stderr).toContain('the last good reports stay');
        expect(sync.stderr).not.toMatch(STACK);
        expect(tabsThatDiffer(good.reports, reports(service.server))).toEqual(['Health']);
        expect(healthText(service.server)).toMatch(new RegExp(trouble.message.source.replaceAll('"', '\\\\"')));
        expect(healthText(service.server)).toContain('The sync is stopped: the sheet needs your attention');
        const { source, derived } = await service.head();
        expect({ source, derived }).toEqual({ source: good.head.source, derived: good.head.derived });

        // It says so once: looking again writes nothing.
        const again = await service.run({ asOf });
        const cost = [again.total('dynamodb.writeUnits'), again.total('sheets.writes')];
        expect([again.ingest.status, ...cost]).toEqual(['stopped', 0, 0]);

        service.server.replaceTab(WORKBOOK, 'Activity', good.activity);
        service.server.replaceTab(WORKBOOK, 'Settings', good.settings);
        const mended = await service.run({ asOf });
        expect(mended.ingest.stop).toBeUndefined();
        // A tab that was deleted comes back with another id, to which the links of Week and Health then lead.
        const moved = trouble.newTab ? ['Week', 'Health'] : [];
        expect(tabsThatDiffer(good.reports, reports(service.server))).toEqual(moved);
        expect((await service.head()).source).toBe(good.head.source);
      },
    );
  });

  test('a renamed Activity tab just works', async () => {
    const service = await testService({ book: smallSample(1) });
    try {
      await service.run({ asOf });
      await service.run({ asOf });
      rename(service, 'Activity', 'What we did');
      expect(await service.run({ asOf })).toMatchObject({
        ingest: { status: 'unchanged' },
        report: { status: 'unchanged' },
      });
      const at = cellsOf(service.server, 'What we did').length + 1;
      service.server.typeInto(WORKBOOK, `What we did!A${at}:F${at}`, [
        ['20/11/2026', 'Jane', 'Northgate Bakery', '', 'Ask', 'Proposal sent'],
      ]);
      const run = await service.run({ asOf });
      expect(run.ingest).toMatchObject({ status: 'changed', rowsAdded: 1, rowsRemoved: 0 });
      const rows = cellsOf(service.server, 'What we did');
      expect(rows.at(-1)?.[columnOf(rows, 'Check')]).toMatch(/^✓ \d+ today/);
    } finally {
      await service.close();
    }
  });

  test('a workbook that could never be read says so on Health alone', async () => {
    const book = smallSample(1);
    const service = await testService({
      book: { ...book, tabs: book.tabs.filter(({ title }) => title !== 'Activity') },
    });
    try {
      const sync = await leadsheetIn(service.env, 'sync', WORKBOOK, '--as-of', TODAY);
      expect(sync).toMatchObject({
        code: NEEDS_ATTENTION,
        stderr: expect.stringContaining('There is no tab named Activity'),
      });
      expect(service.server.workbook(WORKBOOK).sheets.map(({ title }) => title)).not.toContain('Week');
      expect(healthText(service.server)).toContain('There is no tab named Activity');
      service.server.replaceTab(WORKBOOK, 'Activity', [['Date', 'Rep', 'Prospect', 'Activity', 'Outcome']]);
      expect((await service.run({ asOf })).report.written).toContain('Week');
      expect(healthText(service.server)).not.toContain('There is no tab');
    } finally {
      await service.close();
    }
  });

  test('a spreadsheet that is not there, and one that is not shared', async () => {
    const service = await testService({ book: smallSample(1) });
    try {
      const missing = await leadsheetIn(service.env, 'sync', 'no-such-spreadsheet', '--as-of', TODAY);
      expect(missing.code).toBe(1);
      expect(missing.stderr).toMatch(/no-such-spreadsheet/);
      expect(missing.stderr).not.toMatch(STACK);
      await service.run({ asOf });
      const good = structuredClone(reports(service.server));
      service.server.faults.next({ answer: 403 });
      const refused = await leadsheetIn(service.env, 'sync', WORKBOOK, '--as-of', TODAY);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/[Ss]hare/);
      expect(tabsThatDiffer(good, reports(service.server))).toEqual([]);
    } finally {
      await service.close();
    }
  });
});

describe('many rows removed at once', () => {
  const lostDay = async (): Promise<{ service: TestService; code: string; left: number; lost: number }> => {
    const service = await testService({ book: smallSample(2) });
    await service.run({ asOf });
    await service.run({ asOf });
    const rows = plainCells(service, 'Activity');
    const left = rows.slice(0, Math.floor(rows.length / 2));
    service.server.replaceTab(WORKBOOK, 'Activity', left);
    const { ingest } = await service.run({ asOf });
    expect(ingest.status).toBe('stopped');
    const code = /to (ok-[0-9a-f]{6});/.exec(ingest.stop?.message ?? '')?.[1] ?? '';
    return { service, code, left: left.length, lost: rows.length - left.length };
  };
  const read = (service: TestService) => cellsOf(service.server, 'Health').find(([word]) => word === 'Read')?.[1];

  test('are refused, and let through by --accept-removals', async () => {
    const { service, lost } = await lostDay();
    try {
      const before = Number(read(service));
      const accepted = await leadsheetIn(service.env, 'sync', WORKBOOK, '--as-of', TODAY, '--accept-removals');
      expect(accepted).toMatchObject({ code: 0, stdout: expect.stringContaining('Rows changed: 0 added') });
      expect(before - Number(read(service))).toBeLessThanOrEqual(lost);
      expect(before - Number(read(service))).toBeGreaterThan(lost - 5);
      expect(healthText(service.server)).not.toContain('The sync is stopped');
      expect((await service.run({ asOf })).ingest.stop).toBeUndefined();
    } finally {
      await service.close();
    }
  });

  test('are let through by the code on the Settings tab, and only for these rows', async () => {
    const { service, code } = await lostDay();
    try {
      const settings = plainCells(service, 'Settings');
      service.server.replaceTab(WORKBOOK, 'Settings', [...settings, ['Accept removals', 'ok-000000']]);
      expect((await service.run({ asOf })).ingest.status).toBe('stopped');
      service.server.replaceTab(WORKBOOK, 'Settings', [...settings, ['Accept removals', code]]);
      expect((await service.run({ asOf })).ingest.status).toBe('changed');
      expect(healthText(service.server)).not.toContain('The sync is stopped');
      const rows = plainCells(service, 'Activity');
      service.server.replaceTab(WORKBOOK, 'Activity', rows.slice(0, Math.floor(rows.length / 2)));
      expect((await service.run({ asOf })).ingest.status).toBe('stopped');
    } finally {
      await service.close();
    }
  });
});
