import { describe, expect, test } from 'vitest';
import { inForceSince, type Moment, momentItem, momentsSince } from '../../../lambdas/domain/source/history.ts';
import { sweep } from '../../../lambdas/sweep/sweep.ts';
import { someRows } from '../../support/ingest-rows.ts';
import { type Service, service, WORKBOOK } from '../../support/ports.ts';

const DAY = 86_400_000;

describe('a chain of moments', () => {
  const first = momentItem({ at: 10, source: 'a' });
  const second = momentItem({ at: 20, source: 'b', before: first.digest });
  const third = momentItem({ at: 30, source: 'a', before: second.digest });
  const chainOf = (newest: string, items: readonly { area: string; digest: string; body: string }[]) =>
    momentsSince(newest, items, (ref) => items.find(({ digest }) => digest === ref.digest)?.body);

  test('is told from the newest back; what the head does not lead to is no part of it', () => {
    const stray = momentItem({ at: 25, source: 'never in force', before: first.digest });
    expect(chainOf(third.digest, [stray, first, second, third]).map(({ at, source }) => [at, source])).toEqual([
      [30, 'a'],
      [20, 'b'],
      [10, 'a'],
    ]);
  });

  test('ends where the sweep took the rest', () => {
    expect(chainOf(third.digest, [second, third]).map(({ at }) => at)).toEqual([30, 20]);
    expect(momentsSince(undefined, [first], () => first.body)).toEqual([]);
  });

  test.each([
    [31, [30]],
    [30, [30, 20]],
    [29, [30, 20]],
    [20, [30, 20, 10]],
    [1, [30, 20, 10]],
  ])('since %i it was that of %j: a moment lasts until the next one', (since, expected) => {
    const chain: Moment[] = [30, 20, 10].map((at) => ({ at, source: '' }));
    expect(inForceSince(chain, since).map(({ at }) => at)).toEqual(expected);
  });
});

describe('the history of a workbook', () => {
  const sources = async (one: Service): Promise<string[]> => {
    const port = one.store.open();
    const known = [];
    for await (const item of port.listItems(WORKBOOK, 'history')) known.push(item);
    const bodies = await port.getItems(WORKBOOK, known);
    const { moment } = (await port.readHead(WORKBOOK)) ?? {};
    return momentsSince(moment, known, ({ digest }) => bodies.get(digest)).map(({ source }) => source);
  };
  const edit = async (one: Service, note: string): Promise<string> => {
    one.now += DAY;
    (one.sheet.tab('Activity').rows[5] ?? [])[12] = note;
    await one.settle();
    return one.store.table.heads.get(WORKBOOK)?.source ?? '';
  };

  test('names each snapshot in force, also one that came back, and outlives a sweep as far as 90 days go', async () => {
    const one = service(someRows(30));
    await one.settle();
    const first = one.store.table.heads.get(WORKBOOK)?.source ?? '';
    const second = await edit(one, 'a');
    const third = await edit(one, 'b');
    expect(await edit(one, 'a')).toBe(second);
    expect(await sources(one)).toEqual([second, third, second, first]);
    one.now += 90 * DAY;
    await sweep({ store: one.store.open({ clock: () => one.now }), clock: () => one.now }, { workbook: WORKBOOK });
    // 90 days ago the last moment began, so the third snapshot was in force until then.
    expect(await sources(one)).toEqual([second, third]);
    const items = one.store.table.items.get(WORKBOOK);
    expect([items?.has(`source#${third}`), items?.has(`source#${first}`)]).toEqual([true, false]);
  });

  test('a snapshot that changes nothing, or is refused, is no moment', async () => {
    const one = service(someRows(30));
    await one.settle();
    one.now += DAY;
    const { rows } = one.sheet.tab('Activity');
    rows.push(...rows.splice(3, 5));
    await one.settle();
    rows.splice(1);
    await one.settle();
    expect(await sources(one)).toHaveLength(1);
  });
});
