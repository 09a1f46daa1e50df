import { beforeEach, describe, expect, test } from 'vitest';
import { MissingItem } from '../../lambdas/domain/trees/missing-item.ts';
import { type RollupRequest, rollup } from '../../lambdas/rollup/rollup.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type Around, counting, intercepted } from '../support/intercept.ts';
import { NOON, type Service, service, WORKBOOK } from '../support/ports.ts';
import { row, serial } from '../support/trees.ts';

const DAY = 86_400_000;
let one: Service;
beforeEach(() => {
  one = service(someRows(20));
});

const rolled = (request: Omit<RollupRequest, 'workbook'> = {}, around: Around = {}) => {
  const clock = () => one.now;
  return rollup({ store: intercepted(one.store.open({ clock }), around), clock }, { workbook: WORKBOOK, ...request });
};
const head = () => {
  const found = one.store.table.heads.get(WORKBOOK);
  if (!found) throw new Error('there is no head');
  return found;
};
const type = (prospect: string, date = '2026-02-02'): void =>
  void one.sheet.tab('Activity').rows.push(row(date, 'Ben', prospect, 'Ask', 'Sent'));
const items = () => one.store.table.items.get(WORKBOOK) ?? new Map<string, { body: string }>();

describe('a rollup', () => {
  test('of a workbook that was never read is nothing', async () => {
    const nothing = { status: 'nothing', rowsRead: 0, itemsWritten: 0, fromScratch: false };
    expect(await rolled()).toEqual(nothing);
    const store = one.store.open();
    await store.swapHead(WORKBOOK, undefined, { revision: 1, generation: 1, tabs: {} });
    expect(await rolled()).toEqual(nothing);
  });

  test('of a first read reads every row; then it is unchanged and writes nothing', async () => {
    await one.ingest();
    const first = await rolled();
    expect(first).toMatchObject({ status: 'changed', rowsRead: 20, fromScratch: true });
    expect(first.itemsWritten).toBe([...items().keys()].filter((key) => !isOfSource(key)).length);
    expect(head().derived).toEqual({ root: head().derived?.root, source: head().source, generation: 1 });
    const calls = counting();
    expect(await rolled({}, calls)).toEqual({ status: 'unchanged', rowsRead: 0, itemsWritten: 0, fromScratch: false });
    expect(calls.of('putItems', 'swapHead')).toBe(0);
  });

  test('of one more row reads that row', async () => {
    await one.settle();
    type('One more');
    await one.ingest();
    expect(await rolled()).toMatchObject({ status: 'changed', rowsRead: 1, fromScratch: false });
    expect(await rolled()).toMatchObject({ status: 'unchanged' });
  });

  test('of rows that change no figure moves the head alone', async () => {
    await one.settle();
    const root = head().derived?.root;
    const [, first] = one.sheet.tab('Activity').rows;
    (first ?? [])[12] = 'a note';
    await one.ingest();
    const calls = counting();
    expect(await rolled({}, calls)).toMatchObject({ status: 'changed', rowsRead: 2, itemsWritten: 0 });
    expect(calls.of('putItems')).toBe(0);
    expect(head().derived).toEqual({ root, source: head().source, generation: head().generation });
  });

  test('of a week that closes puts the facts, and no figures', async () => {
    one = service([row('2026-01-05', 'Ana', 'Acme', 'Attempt', 'Spoke')]);
    await one.settle();
    const before = head();
    one.now += 15 * DAY;
    const result = await rolled();
    expect(result).toMatchObject({ status: 'changed', rowsRead: 0, itemsWritten: 2 });
    expect(head().derived?.root).toBe(before.derived?.root);
    expect(head().facts).not.toBe(before.facts);
    expect(await rolled()).toMatchObject({ status: 'unchanged' });
  });

  test('as of a day: a row of the day after is held', async () => {
    type('Tomorrow', '2026-02-03');
    await one.ingest();
    expect(await rolled()).toMatchObject({ rowsRead: 20 });
    const asOf = { day: serial('2026-02-03'), minute: 0 };
    expect(await rolled({ asOf })).toMatchObject({ status: 'changed', rowsRead: 1 });
  });
});

const isOfSource = (key: string): boolean => /^(rows|month|day|source|inputs|quality|history)/.test(key);

describe('a rollup that trusts nothing', () => {
  beforeEach(() => one.settle());

  test('writes every item again, from every row', async () => {
    const derived = [...items()].filter(([key]) => !isOfSource(key));
    one.now += 1000;
    const calls = counting();
    expect(await rolled({ full: true }, calls)).toEqual({
      ...{ status: 'changed', rowsRead: 20, itemsWritten: derived.length, fromScratch: true },
    });
    const put = [...(one.store.table.items.get(WORKBOOK)?.values() ?? [])].filter(({ putAt }) => putAt === one.now);
    expect(put).toHaveLength(derived.length);
  });

  test('begins anew where what was decided is lost, and where a closed week is', async () => {
    one.now += 15 * DAY;
    await one.settle();
    const { facts } = head();
    const frozen = [...items().keys()].filter((key) => key.startsWith('frozen'));
    expect(frozen.length).toBeGreaterThan(0);
    for (const lost of [frozen[0] ?? '', `facts#${facts}`]) {
      items().delete(lost);
      expect(await rolled({ full: true }), lost).toMatchObject({ status: 'changed' });
      const now = JSON.parse(items().get(`facts#${head().facts}`)?.body ?? '{}') as { since: number };
      expect(now.since, lost).toBe(serial('2026-02-17'));
    }
  });

  test('what is lost is an error otherwise, and so is anything else that goes wrong', async () => {
    const facts = items().get(`facts#${head().facts}`);
    items().delete(`facts#${head().facts}`);
    await expect(rolled()).rejects.toThrow(MissingItem);
    items().set(`facts#${head().facts}`, { ...facts, body: 'no JSON' } as never); // as a table that was tampered with
    await expect(rolled({ full: true })).rejects.toThrow(SyntaxError);
  });
});

describe('a rollup that is overtaken', () => {
  /** Something happens before each of its swaps. */
  const atSwaps = (happens: (nth: number) => Promise<void>): Around & { swaps: number; puts: number } => {
    const around = {
      swaps: 0,
      puts: 0,
      async before(method: string) {
        if (method === 'putItems') around.puts++;
        if (method === 'swapHead') await happens(around.swaps++);
      },
    };
    return around;
  };
  const moveHead = async (change: object): Promise<void> => {
    const now = head();
    await one.store.open().swapHead(WORKBOOK, now, { ...now, ...change, revision: now.revision + 1 });
  };

  test.each<[string, () => Promise<void>]>([
    [
      'by another snapshot',
      async () => {
        type('Meanwhile');
        await one.ingest();
      },
    ],
    ['by another rollup', async () => void (await one.rollup())],
  ])('%s starts over', async (_, happens) => {
    await one.settle();
    type('One more');
    await one.ingest();
    const around = atSwaps((nth) => (nth === 0 ? happens() : Promise.resolve()));
    await rolled({}, around);
    expect(head().derived).toMatchObject({ source: head().source, generation: head().generation });
    expect(await rolled()).toMatchObject({ status: 'unchanged' });
  });

  test('by a report that decided something keeps what it decided', async () => {
    await one.settle();
    type('One more');
    await one.ingest();
    const body = JSON.stringify({ since: serial('2026-01-31'), targets: [], forecasts: [], agendas: [] });
    await one.store.open().putItems(WORKBOOK, [{ area: 'facts', digest: 'decided', body }]);
    const around = atSwaps((nth) => (nth === 0 ? moveHead({ facts: 'decided' }) : Promise.resolve()));
    expect(await rolled({}, around)).toMatchObject({ status: 'changed' });
    expect(around.swaps).toBe(2);
    expect(JSON.parse(items().get(`facts#${head().facts}`)?.body ?? '{}')).toMatchObject({
      since: serial('2026-01-31'),
    });
  });

  test('by what is no matter to it goes on', async () => {
    await one.settle();
    type('One more');
    await one.ingest();
    const around = atSwaps((nth) =>
      nth === 0 ? moveHead({ checked: { day: 1, timeZone: 'Etc/UTC' } }) : Promise.resolve(),
    );
    await rolled({}, around);
    expect([around.swaps, around.puts]).toEqual([2, 1]);
    expect(head().checked).toEqual({ day: 1, timeZone: 'Etc/UTC' });
    expect(head().derived?.source).toBe(head().source);
  });

  test('eight times gives up and says so', async () => {
    await one.settle();
    type('One more');
    await one.ingest();
    const around = atSwaps((nth) => {
      type(`Again ${nth}`);
      return one.ingest().then(() => undefined);
    });
    await expect(rolled({}, around)).rejects.toThrow(
      'rollup of workbook was overtaken 8 times in a row; it will be tried again',
    );
    expect(around.swaps).toBe(8);
    expect(one.now).toBe(NOON);
  });
});
