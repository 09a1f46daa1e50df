import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { MeterFigure, StorePort } from '../../lambdas/ports.ts';
import { openStore } from '../../lambdas/store/open-store.ts';
import type { StoreOptions } from '../../lambdas/store/store-options.ts';
import { type EmbeddedStore, embeddedStore, localClient } from './store-embedded.ts';
import { type FaultProxy, faultProxy } from './store-faults.ts';

interface Faulty {
  readonly store: StorePort;
  /** Milliseconds that it would have waited. */
  readonly slept: number[];
  readonly counts: Partial<Record<MeterFigure, number>>;
  readonly workbook: string;
}

export interface FaultyStores {
  readonly proxy: FaultProxy;
  readonly client: ReturnType<typeof localClient>;
  /** The same tables without the proxy. */
  readonly embedded: EmbeddedStore;
  /** A store behind the proxy that does not really wait. */
  faulty(options?: Partial<StoreOptions>): Faulty;
}

/** An embedded DynamoDB behind a proxy that fails as it is told, as long as the tests of a file run. */
export function faultyStores(): FaultyStores {
  let embedded: EmbeddedStore;
  let proxy: FaultProxy;
  let client: ReturnType<typeof localClient>;
  beforeAll(async () => {
    embedded = await embeddedStore();
    proxy = await faultProxy(embedded.endpoint);
    client = localClient(proxy.endpoint);
  });
  afterAll(async () => {
    client.destroy();
    await proxy.close();
    await embedded.close();
  });
  return {
    get proxy() {
      return proxy;
    },
    get client() {
      return client;
    },
    get embedded() {
      return embedded;
    },
    faulty(options = {}) {
      const slept: number[] = [];
      const counts: Partial<Record<MeterFigure, number>> = {};
      const store = openStore({
        client,
        table: embedded.table,
        clock: () => 1_000,
        random: () => 0.5,
        sleep: async (milliseconds) => void slept.push(milliseconds),
        meter: { add: (figure, amount) => void Object.assign(counts, { [figure]: (counts[figure] ?? 0) + amount }) },
        ...options,
      });
      return { store, slept, counts, workbook: randomUUID() };
    },
  };
}
