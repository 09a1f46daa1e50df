import { afterAll, beforeAll, describe } from 'vitest';
import { headContract } from './store-contract-head.ts';
import { itemsContract } from './store-contract-items.ts';
import { seenContract } from './store-contract-seen.ts';
import { sweepContract } from './store-contract-sweep.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** What every implementation of `StorePort` on any DynamoDB keeps to. */
export function storeContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`store on ${name}`, () => {
    let store: StoreUnderTest | undefined;
    const under = (): StoreUnderTest => {
      if (store === undefined) throw new Error('The store under test did not start.');
      return store;
    };
    beforeAll(async () => {
      store = await makeStore();
    });
    afterAll(() => store?.close());

    headContract(under);
    itemsContract(under);
    seenContract(under);
    sweepContract(under);
  });
}
