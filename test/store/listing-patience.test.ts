import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../lambdas/store/open-store.ts';
import { openRegistry } from '../../lambdas/store/registry/open-registry.ts';
import type { StoreOptions } from '../../lambdas/store/store-options.ts';
import { localClient } from '../support/store-embedded.ts';

const PAGES = 15;
const closing: { destroy(): void }[] = [];
afterAll(() => {
  for (const client of closing) client.destroy();
});

/** A table of many pages that refuses each of them a number of times. */
function busyTable(refusals: number) {
  let [page, refused] = [0, 0];
  const slept: number[] = [];
  const client = Object.assign(localClient('http://127.0.0.1:1'), {
    send: async () => {
      if (refused++ < refusals) throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
      refused = 0;
      page++;
      const item = { sk: `leaf#d${page}`, at: 1, workbook: `w${page}` };
      return { Items: [item], ...(page < PAGES && { LastEvaluatedKey: { pk: 'p', sk: item.sk } }) };
    },
  });
  closing.push(client);
  const sleep = async (milliseconds: number) => void slept.push(milliseconds);
  return { options: { client, table: 'table', clock: () => 0, random: () => 1, sleep }, slept };
}

const LISTINGS = {
  'of items': async (options: StoreOptions) => {
    const items = [];
    for await (const item of openStore(options).listItems('w')) items.push(item);
    return items;
  },
  'of workbooks': (options: StoreOptions) => openRegistry(options).list(),
};

describe.each(Object.entries(LISTINGS))('a listing %s', (_, list) => {
  test('has patience with each page anew', async () => {
    const { options, slept } = busyTable(2);
    expect(await list(options)).toHaveLength(PAGES);
    expect(slept).toEqual(Array(PAGES).fill([100, 200]).flat());
  });

  test('ends when one page is refused twelve times in a row', async () => {
    const { options, slept } = busyTable(12);
    await expect(list(options)).rejects.toMatchObject({ name: 'StoreError', kind: 'busy' });
    expect(slept).toHaveLength(11);
  });
});
