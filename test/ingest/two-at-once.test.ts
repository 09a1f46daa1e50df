import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someRows } from '../support/ingest-rows.ts';
import type { Around } from '../support/intercept.ts';
import { type Service, service, stateOf, WORKBOOK } from '../support/ports.ts';
import { row } from '../support/trees.ts';

/** Lets calls of several runs pass one at a time, in an order that a test decides. */
function turnstile(order: readonly number[]) {
  const waiting: { who: number; go: () => void }[] = [];
  let turn = 0;
  const gate = (who: number): Around => ({
    before: () => new Promise((go) => waiting.push({ who, go })),
  });
  /** Lets them through until all runs are over. */
  const drive = async (runs: readonly Promise<unknown>[]): Promise<void> => {
    let over = false;
    const end = Promise.allSettled(runs).then(() => {
      over = true;
    });
    while (!over) {
      await new Promise(setImmediate);
      const wanted = order[turn++ % order.length] ?? 0;
      const at = waiting.findIndex(({ who }) => who === wanted);
      waiting.splice(Math.max(at, 0), 1)[0]?.go();
    }
    await end;
  };
  return { gate, drive };
}

const FIRST = row('2026-02-01', 'Ana', 'Acme', 'Ask', 'Sent');
const typed = (one: Service, n: number): void =>
  void one.sheet.tab('Activity').rows.push(row('2026-02-02', 'Ben', `Typed ${n}`, 'Opportunity', 'Interested'));

/** Rows of the sheet that the head's source holds, by prospect. */
function stored(one: Service): string[] {
  const items = one.store.table.items.get(WORKBOOK);
  const head = one.store.table.heads.get(WORKBOOK);
  const bodyOf = (digest: string): unknown[][] =>
    JSON.parse([...(items ?? [])].find(([key]) => key.endsWith(`#${digest}`))?.[1].body ?? '[]') as unknown[][]; // a node
  if (!head?.source) return [];
  const root = JSON.parse(items?.get(`source#${head.source}`)?.body ?? '{}') as { months: unknown[][] }; // a SourceRoot
  const days = root.months.flatMap(([, month]) => bodyOf(String(month)));
  const leaves = days.flatMap(([, day]) => bodyOf(String(day)).map(([, leaf]) => String(leaf)));
  return leaves
    .flatMap((leaf) => [...(items ?? [])].find(([key]) => key.endsWith(`#${leaf}`))?.[1].body.split('\n') ?? [])
    .map((line) => line.split('\u001f')[2] ?? '')
    .sort();
}

const orders = fc.array(fc.nat(2), { minLength: 12, maxLength: 40, size: 'max' });

describe('two runs at once', () => {
  test('of ingest, a rep typing in between: the older snapshot never wins, whatever the order of calls', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.array(fc.nat(12), { maxLength: 3 }), fc.boolean(), async (order, edits, fresh) => {
        const one = service([FIRST]);
        if (!fresh) await one.settle();
        typed(one, 0);
        const { gate, drive } = turnstile(order);
        let calls = 0;
        let newest = 0;
        const seen: string[] = [];
        const watch = (who: number): Around => ({
          async before(method) {
            await gate(who).before?.(method);
            if (edits.includes(calls++)) typed(one, ++newest);
          },
          after: (method) => {
            if (method === 'swapHead') seen.push(stored(one).join());
          },
        });
        const runs = [one.ingest({}, watch(0)), one.ingest({}, watch(1)), one.rollup(watch(2))];
        await drive(runs);
        await Promise.all(runs);
        // Each generation that was visible held what the one before it held: rows were only typed, none taken out.
        for (let i = 1; i < seen.length; i++)
          expect(`${seen[i]},`.startsWith(`${seen[i - 1]}`) || seen[i - 1] === '').toBe(true);
        await one.settle();
        const alone = service([FIRST]);
        if (!fresh) await alone.settle();
        for (let n = 0; n <= newest; n++) typed(alone, n);
        await alone.settle();
        // Which rows a first load finds decides which have a first-seen time.
        const ended = [one, alone].map((each) => ({ ...stateOf(each), ...(fresh && { seen: undefined }) }));
        expect(ended[0]).toEqual(ended[1]);
      }),
      { numRuns: 60 },
    );
  });

  test('of rollup: the same root, written once', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const one = service(someRows(21));
        await one.ingest();
        const { gate, drive } = turnstile(order);
        const runs = [one.rollup(gate(0)), one.rollup(gate(1)), one.ingest({}, gate(2))] as const;
        await drive(runs);
        const results = await Promise.all(runs.slice(0, 2));
        expect(results.filter((result) => result.status === 'changed').length).toBeGreaterThanOrEqual(1);
        const { derived, source } = one.store.table.heads.get(WORKBOOK) ?? {};
        expect(derived?.source).toBe(source);
      }),
      { numRuns: 40 },
    );
  });

  test('of rollup never take the generation back', async () => {
    const one = service(someRows(21));
    await one.ingest();
    await one.rollup();
    one.sheet.tab('Activity').rows.push(row('2026-02-02', 'Ben', '', 'Ask', 'Sent')); // rejected: no figure changes
    await one.ingest();
    const generation = () => one.store.table.heads.get(WORKBOOK)?.derived?.generation ?? 0;
    // The slow rollup has read the head; then another snapshot of the same rows is noted and rolled up.
    let raced = 0;
    const slow: Around = {
      async before(method) {
        if (method !== 'swapHead' || raced > 0) return;
        raced = 1;
        await one.ingest();
        await one.rollup();
        raced = generation();
      },
    };
    await one.rollup(slow);
    expect(raced).toBe(3);
    expect(generation()).toBe(3);
  });
});
