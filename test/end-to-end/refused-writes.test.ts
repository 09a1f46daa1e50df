import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf, columnOf, healthText, sheetOf } from '../support/e2e-tabs.ts';

const HOUR = 3_600_000;

let service: TestService;
beforeEach(async () => {
  service = await testService({ book: smallSample(2) });
});
afterEach(() => service.close());

const activity = () => cellsOf(service.server, 'Activity');
const lastVerdict = () => activity().at(-1)?.[columnOf(activity(), 'Check')] ?? '';

describe('verdicts that Sheets refuses', () => {
  test('keep nobody from the figures: Health says why, until they can be written', async () => {
    await service.settle();
    service.server.faults.next({
      ...{ answer: 403, times: Number.POSITIVE_INFINITY },
      match: ({ operation }) => operation === 'values.batchUpdate',
    });
    const from = activity().length + 1;
    service.server.typeInto(WORKBOOK, `Activity!A${from}`, [['20/11/2026', 'Amir', 'New Ltd', 'Ask', 'Sent']]);
    const { ingest, rollup, report } = await service.run();
    expect(ingest).toMatchObject({
      status: 'changed',
      checksWritten: 0,
      checksRefused: expect.stringMatching(/Share/),
    });
    expect([rollup.status, report.status]).toEqual(['changed', 'published']);
    expect(lastVerdict()).toBe('');
    expect(healthText(service.server)).toContain('The column Check on Activity is out of date: Share the spreadsheet');

    // Tried again by every run, and said once.
    service.now += HOUR / 2;
    const again = await service.run();
    expect(again.ingest).toMatchObject({ status: 'unchanged', checksRefused: expect.any(String) });
    expect(again.report.status).toBe('unchanged');
    expect(again.total('dynamodb.writeUnits')).toBe(0);

    service.server.faults.clear();
    await service.settle();
    expect(lastVerdict()).not.toBe('');
    expect(healthText(service.server)).not.toContain('out of date');
  });
});

describe('filter views', () => {
  const viewColumns = () =>
    sheetOf(service.server, 'Activity')
      .list('filterViews')
      .map(({ filterSpecs }) => (filterSpecs as { columnIndex?: number }[]).map(({ columnIndex = 0 }) => columnIndex));

  test('of a tab that was deleted keep no tab from saying so', async () => {
    await service.settle();
    service.server.edit(WORKBOOK, [{ deleteSheet: { sheetId: sheetOf(service.server, 'Activity').id } }]);
    service.now += HOUR;
    expect((await service.run()).ingest.status).toBe('stopped');
    // On Monday the views would be others.
    service.now += 3 * 24 * HOUR;
    expect((await service.run()).report.status).toBe('published');
    expect(healthText(service.server)).toContain('As of Mon 23 Nov 2026');
    expect(healthText(service.server)).toContain('The sync is stopped');
  });

  test('follow columns that are pasted in another order', async () => {
    await service.settle();
    const [first] = viewColumns().slice(1);
    const [date = -1, rep = -1] = first ?? [];
    const swapped = activity().map((row) => {
      const cells = row.map((cell) => (typeof cell === 'object' ? null : cell));
      [cells[date], cells[rep]] = [cells[rep] ?? null, cells[date] ?? null];
      return cells;
    });
    service.server.replaceTab(WORKBOOK, 'Activity', swapped);
    await service.settle();
    expect(viewColumns()[1]).toEqual([rep, date]);
  });
});
