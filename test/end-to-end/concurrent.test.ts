import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { Call } from '../../local/sheets-server/calls.ts';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { cellsOf, columnOf } from '../support/e2e-tabs.ts';
import { visible, visibleOfTwin } from '../support/e2e-twin.ts';
import { type FaultProxy, faultProxy } from '../support/store-faults.ts';

let service: TestService;
let slowly: FaultProxy;
beforeEach(async () => {
  service = await testService({ book: smallSample(1) });
  slowly = await faultProxy(service.env[ENV.dynamodbEndpoint] ?? '');
  await service.settle();
});
afterEach(async () => {
  await slowly.close();
  await service.close();
});

const EARLY = ['18/11/2026', 'Jane', 'Early Bird Ltd', '', 'Ask', 'Proposal sent'];
const LATE = ['18/11/2026', 'Fred', 'Late Comer Ltd', '', 'Ask', 'Proposal sent'];
function type(row: string[]): void {
  const at = cellsOf(service.server, 'Activity').length + 1;
  service.server.typeInto(WORKBOOK, `Activity!A${at}:F${at}`, [row]);
}
const prospects = () => {
  const rows = cellsOf(service.server, 'Activity');
  return rows.map((row) => row[columnOf(rows, 'Prospect')]);
};
/** Another ingest, whose way to DynamoDB leads past the proxy. */
const slow = () =>
  ingest(service.composed({ [ENV.dynamodbEndpoint]: slowly.endpoint }), { workbook: WORKBOOK, withRows: true });

async function expectStoreOfSheet(): Promise<void> {
  await service.settle();
  expect(await visible(service)).toEqual(await visibleOfTwin(service));
}

/** Runs `then` once, before the next call of that operation is executed. */
function beforeNext(operation: string, then: (call: Call) => Promise<void> | void): void {
  const stop = service.server.beforeCall(async (call) => {
    if (call.operation !== operation) return;
    stop();
    await then(call);
  });
}

describe('two ingests at once', () => {
  test('the one that read an older sheet finds itself overtaken and starts over', async () => {
    type(EARLY);
    const generations: number[] = [];
    // It has read the head and the sheet, and now asks for the stored tree.
    slowly.afterNext('BatchGetItem', async () => {
      type(LATE);
      expect((await service.run()).ingest.rowsAdded).toBe(2);
      generations.push((await service.head()).generation);
    });
    const before = (await service.head()).generation;
    const result = await slow();
    expect(generations).toEqual([before + 1]);
    expect(result.snapshot?.rows.some((row) => row?.line?.includes('Late Comer'))).toBe(true);
    expect(result.rowsRemoved).toBe(0);
    expect((await service.head()).generation).toBeGreaterThan(before);
    expect(prospects()).toEqual(expect.arrayContaining(['Early Bird Ltd', 'Late Comer Ltd']));
    await expectStoreOfSheet();
  });

  test('the one that is overtaken just before it moves the head starts over too', async () => {
    type(EARLY);
    slowly.afterNext('BatchWriteItem', async () => {
      type(LATE);
      await service.run();
    });
    expect((await slow()).rowsRemoved).toBe(0);
    await expectStoreOfSheet();
  });

  test('the one whose read waits at the sheet reads what is there by then', async () => {
    type(EARLY);
    beforeNext('values.batchGetByDataFilter', async () => {
      type(LATE);
      await service.run();
    });
    const result = await slow();
    expect(result.snapshot?.rows.some((row) => row?.line?.includes('Late Comer'))).toBe(true);
    await expectStoreOfSheet();
  });

  test('verdicts that were late and stand beside other rows are put right', async () => {
    type(EARLY);
    beforeNext('values.batchUpdate', async () => {
      const rows = cellsOf(service.server, 'Activity');
      const [header = [], ...others] = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell)));
      service.server.replaceTab(WORKBOOK, 'Activity', [header, ...others.toReversed()]);
      type(LATE);
      await service.run();
    });
    await slow();
    const check = columnOf(cellsOf(service.server, 'Activity'), 'Check');
    // The late verdict fell on the row that stands last by now.
    expect(cellsOf(service.server, 'Activity').at(-2)?.[check]).toBeDefined();
    await expectStoreOfSheet();
  });

  test('two at the same moment, three times', async () => {
    for (let round = 0; round < 3; round++) {
      type([...EARLY.slice(0, 2), `Round ${round} Ltd`, ...EARLY.slice(3)]);
      await Promise.all([slow(), service.run(), service.run()]);
    }
    await expectStoreOfSheet();
  });
});
