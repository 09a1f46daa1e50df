import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import type { MeterFigure } from '../../lambdas/ports.ts';
import { claimKey } from '../../lambdas/store/keys.ts';
import { openRegistry } from '../../lambdas/store/registry/open-registry.ts';
import { plainRegistry } from '../support/plain-registry.ts';
import { type RegistryUnderTest, registryContract } from '../support/registry-contract.ts';
import { embeddedStore, localClient } from '../support/store-embedded.ts';
import { faultProxy } from '../support/store-faults.ts';

async function onDynalite(): Promise<RegistryUnderTest> {
  const { endpoint, table, close } = await embeddedStore();
  const client = localClient(endpoint);
  return {
    open: (clock) => openRegistry({ client, table, clock }),
    async close() {
      client.destroy();
      await close();
    },
  };
}

registryContract('dynalite', onDynalite);
registryContract('plain maps', async () => plainRegistry());

test('in DynamoDB: a due time that is known costs no write, a claim carries its end for TTL, a lost answer does no harm', async () => {
  const embedded = await embeddedStore();
  const proxy = await faultProxy(embedded.endpoint);
  const client = localClient(proxy.endpoint);
  const counts: Partial<Record<MeterFigure, number>> = {};
  const registry = openRegistry({
    client,
    table: embedded.table,
    clock: () => 1_000,
    sleep: async () => {},
    meter: { add: (figure, amount) => void Object.assign(counts, { [figure]: (counts[figure] ?? 0) + amount }) },
  });
  try {
    await registry.register({ workbook: 'book', title: 'Sales', account: 'a@example.com' });
    await registry.noteDue('book', 7_000);
    const before = counts['dynamodb.writeUnits'];
    await registry.noteDue('book', 7_000);
    expect(counts['dynamodb.writeUnits']).toBe(before);

    proxy.plan('PutItem', 'answer lost');
    expect(await registry.claim('once', 61_001)).toBe(true);
    expect(await registry.claim('once', 61_001)).toBe(false);
    const command = new GetCommand({ TableName: embedded.table, Key: claimKey('once') });
    expect((await client.send(command)).Item).toMatchObject({ until: 61_001, expires: 62 });
  } finally {
    client.destroy();
    await proxy.close();
    await embedded.close();
  }
});
