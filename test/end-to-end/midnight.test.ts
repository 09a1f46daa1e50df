import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { type Cells, cellsOf, columnOf, reports, shown, tabsThatDiffer, writesIn } from '../support/e2e-tabs.ts';

/** Rows dated so many days after the Friday that the sample ends on. */
const SATURDAY = 46_347;
const BEFORE_MIDNIGHT = Date.parse('2026-11-20T23:59:00Z');
const AFTER_MIDNIGHT = Date.parse('2026-11-21T00:01:00Z');

let service: TestService;
beforeEach(async () => {
  service = await testService();
  service.now = BEFORE_MIDNIGHT;
});
afterEach(() => service.close());

const activity = (): Cells => structuredClone(cellsOf(service.server, 'Activity'));
const asOf = () => shown(service.server, TAB_SHEET_IDS.Week, 1, 0);
/** Rows whose cells differ, with what their Check said before and says now. */
function checksThatMoved(before: Cells, now: Cells) {
  const [check, date] = [columnOf(before, 'Check'), columnOf(before, 'Date')];
  return now.flatMap((row, at) =>
    JSON.stringify(row) === JSON.stringify(before[at])
      ? []
      : [
          {
            date: row[date],
            before: before[at]?.[check],
            now: row[check],
            rest: sameBut(check, row, before[at] ?? []),
          },
        ],
  );
}
const sameBut = (column: number, one: Cells[number], other: Cells[number]) =>
  JSON.stringify(one.toSpliced(column, 1)) === JSON.stringify(other.toSpliced(column, 1));

describe('midnight without an edit', () => {
  /** What is counted in days, or is about today; ratios, weeks and hours stay as they are. */
  const OF_TODAY = ['Week', 'WIP meeting', 'Deals', 'Targets', 'Health'];

  test('moves the tabs about today and the verdicts of the day that is over, and nothing else', async () => {
    await service.settle();
    const before = { activity: activity(), reports: structuredClone(reports(service.server)) };
    expect(asOf()).toBe('As of Fri 20 Nov 2026, 23:59 (Europe/London)');
    service.now = AFTER_MIDNIGHT;
    const run = await service.run();

    expect(run.ingest).toMatchObject({ status: 'noted', itemsWritten: 0, rowsAdded: 0, rowsRemoved: 0 });
    expect(run.rollup).toMatchObject({ status: 'unchanged', itemsWritten: 0 });
    expect(tabsThatDiffer(before.reports, reports(service.server))).toEqual(OF_TODAY);
    expect(run.report.written).toEqual(OF_TODAY);
    expect(asOf()).toBe('As of Sat 21 Nov 2026, 00:01 (Europe/London)');
    expect(writesIn(run.calls)).toEqual(['values.batchUpdate', 'spreadsheets.batchUpdate']);

    const moved = checksThatMoved(before.activity, activity());
    expect(moved.length).toBeGreaterThan(20);
    for (const { date, before: was, now, rest } of moved) {
      expect(date).toBe(SATURDAY - 1);
      expect(was).toMatch(/^✓ .*\d today/);
      expect(now).toMatch(/^✓(?! .*today)/);
      expect(rest).toBe(true);
    }
    await service.settle();
    const third = await service.run();
    expect([writesIn(third.calls), third.total('dynamodb.writeUnits')]).toEqual([[], 0]);
  });

  test('is that of the zone of the workbook', async () => {
    const rows = cellsOf(service.server, 'Settings');
    const zone = rows.findIndex(([name]) => name === 'Time zone');
    service.server.typeInto(WORKBOOK, `Settings!B${zone + 1}`, [['Europe/Amsterdam']]);
    service.now = Date.parse('2026-11-20T22:58:00Z');
    await service.settle();
    expect(asOf()).toBe('As of Fri 20 Nov 2026, 23:58 (Europe/Amsterdam)');
    service.now = Date.parse('2026-11-20T23:01:00Z');
    expect((await service.run()).report.written).toEqual(OF_TODAY);
    expect(asOf()).toBe('As of Sat 21 Nov 2026, 00:01 (Europe/Amsterdam)');
  });

  test('lets a held row count on its day', async () => {
    const at = cellsOf(service.server, 'Activity').length + 1;
    service.server.typeInto(WORKBOOK, `Activity!A${at}:F${at}`, [
      ['21/11/2026', 'Jane', 'Northgate Bakery', '', 'Ask', 'Proposal sent'],
    ]);
    await service.settle();
    const check = () => cellsOf(service.server, 'Activity')[at - 1]?.[columnOf(activity(), 'Check')];
    const held = () => cellsOf(service.server, TAB_SHEET_IDS.Health).find(([word]) => word === 'Held')?.[1];
    const jane = () => {
      const week = cellsOf(service.server, TAB_SHEET_IDS.Week);
      const header = week.find(([name]) => name === 'Rep') ?? [];
      const line = week.find(([name]) => name === 'Jane') ?? [];
      return { asks: Number(line[header.indexOf('Asks')]), today: line[header.indexOf('Today')] };
    };
    const before = { held: Number(held()), jane: jane() };
    expect(check()).toMatch(/^held: counts on 2026-11-21/);

    service.now = AFTER_MIDNIGHT;
    const run = await service.run();
    expect(run.ingest).toMatchObject({ status: 'noted', itemsWritten: 0 });
    expect(run.rollup.status).toBe('changed');
    expect(check()).toMatch(/^✓ 1 today/);
    expect(held()).toBe(before.held - 1);
    expect(jane()).toEqual({ asks: before.jane.asks + 1, today: 1 });
  });
});
