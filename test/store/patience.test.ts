import { describe, expect, test } from 'vitest';
import { openStore } from '../../lambdas/store/open-store.ts';
import type { Fault } from '../support/store-faults.ts';
import { faultyStores } from '../support/store-faulty.ts';

const stores = faultyStores();
const { faulty } = stores;
const head = { revision: 1, generation: 1, tabs: {} };
const item = { area: 'leaf', digest: 'd0', body: '0' };

describe('patience', () => {
  const busy: Fault = { status: 400, type: 'ThrottlingException' };

  test('waits longer and longer, and ends with an error that says what to do', async () => {
    const { store, slept, workbook } = faulty();
    stores.proxy.plan('BatchWriteItem', ...Array<Fault>(20).fill(busy));
    await expect(store.putItems(workbook, [item])).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'busy',
      message: expect.stringMatching(/throttled the request to write items.*run it again/),
    });
    expect(slept).toStrictEqual([50, 100, 200, 400, 800, 1_600, 2_500, 2_500, 2_500, 2_500, 2_500]);
  });

  test('never waits past the deadline', async () => {
    let left = 1_000;
    const { store, slept, workbook } = faulty({
      deadline: () => left,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        left -= milliseconds;
      },
    });
    stores.proxy.plan('GetItem', ...Array<Fault>(20).fill(busy));
    await expect(store.readHead(workbook)).rejects.toMatchObject({ kind: 'busy' });
    expect(slept).toStrictEqual([50, 100, 200, 400]);
  });

  test('a server that stays silent is asked again', async () => {
    const { store, slept, workbook } = faulty({ deadline: () => 200 });
    stores.proxy.plan('GetItem', 'silence');
    const start = performance.now();
    expect(await store.readHead(workbook)).toBeUndefined();
    expect(slept).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('what will not pass is not tried again', async () => {
    const { slept, workbook } = faulty();
    const store = openStore({ client: stores.client, table: 'no-such-table', clock: Date.now });
    await expect(store.readHead(workbook)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/no-such-table.*ResourceNotFoundException.*Check the name of the table/),
    });
    stores.proxy.plan('PutItem', { status: 400, type: 'AccessDeniedException' });
    const refused = faulty().store.swapHead(workbook, undefined, head);
    await expect(refused).rejects.toThrow(/Check the credentials/);
    expect(slept).toStrictEqual([]);
  });
});
