import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TAB_NAMES } from '../../lambdas/tabs/tab-names.ts';
import { type Run, type TestService, testService } from '../support/e2e-service.ts';
import { cellsOf, reports, writesIn } from '../support/e2e-tabs.ts';

describe('a sheet that nobody edits', () => {
  let service: TestService;
  let first: Run;
  let second: Run;
  let third: Run;
  let tabs: { first: unknown; third: unknown };

  beforeAll(async () => {
    service = await testService();
    const state = () =>
      structuredClone({ reports: reports(service.server), activity: cellsOf(service.server, 'Activity') });
    first = await service.run();
    const before = state();
    second = await service.run();
    third = await service.run();
    tabs = { first: before, third: state() };
  });
  afterAll(() => service.close());

  test('the first run loads the rows and writes every tab, in one call each for Check, filter views and reports', () => {
    expect(first.ingest.status).toBe('changed');
    expect(first.report.written).toEqual([...TAB_NAMES]);
    const batch = 'spreadsheets.batchUpdate';
    // Once for each workbook, the named range of the Check column comes first.
    expect(writesIn(first.calls)).toEqual([batch, 'values.batchUpdate', batch, batch]);
  });

  test('the second run notes its own Check cells and writes nothing else', () => {
    expect(second.ingest.status).toBe('noted');
    expect(second.ingest.itemsWritten).toBe(0);
    expect(writesIn(second.calls)).toEqual([]);
    expect(second.total('dynamodb.writeUnits')).toBeLessThanOrEqual(1);
    expect(second.total('dynamodb.writeUnits')).toBeGreaterThan(0);
  });

  test('the third run is two reads of the sheet and one of the head', () => {
    expect(third.ingest.status).toBe('unchanged');
    expect(third.calls.map(({ operation }) => operation)).toEqual(['spreadsheets.get', 'values.batchGetByDataFilter']);
    expect(third.total('dynamodb.writeUnits')).toBe(0);
    expect(third.cost.ingest.total('dynamodb.readUnits')).toBeLessThanOrEqual(2);
    expect(third.cost.ingest.total('dynamodb.requests')).toBe(1);
    expect(third.total('sheets.writes')).toBe(0);
  });

  test('the tabs stay as they were', () => {
    expect(tabs.third).toEqual(tabs.first);
  });
});
