import { describe, expect, test } from 'vitest';
import { seenKey } from '../../lambdas/domain/source/first-seen.ts';
import { someRows } from '../support/ingest-rows.ts';
import { counting } from '../support/intercept.ts';
import { NOON, service, stateOf, TODAY, WORKBOOK } from '../support/ports.ts';
import { row } from '../support/trees.ts';

const CHECK = 13;
const HOUR = 3_600_000;
const WRITES = ['swapHead', 'putItems', 'mergeSeen', 'writeColumn'] as const;

describe('ingest', () => {
  test('first load: everything is stored, verdicts are written, no first-seen times', async () => {
    const one = service(someRows(70));
    expect(await one.ingest()).toMatchObject({ status: 'changed', rowsAdded: 70, rowsRemoved: 0, checksWritten: 70 });
    expect(one.store.table.seen.size).toBe(0);
    const { rows } = one.sheet.tab('Activity');
    expect(rows[1]?.[CHECK]).toBe('not an MSI: left a message');
    expect(rows[70]?.[CHECK]).toBe('✓ not selling');
    expect(rows[69]?.[CHECK]).toMatch(/^✓ \d+ today$/);
  });

  test('our own Check write is noted once; then nothing at all is written', async () => {
    const one = service(someRows(70));
    await one.ingest();
    const noted = counting();
    expect(await one.ingest({}, noted)).toMatchObject({ status: 'noted', checksWritten: 0, itemsWritten: 0 });
    expect(noted.of('writeColumn')).toBe(0);
    expect(noted.of('swapHead')).toBe(1);
    const unchanged = counting();
    expect(await one.ingest({}, unchanged)).toMatchObject({ status: 'unchanged' });
    expect(Object.fromEntries(unchanged.calls)).toEqual({ readHead: 1, describe: 1, read: 1 });
  });

  test('ten edited rows write the items that changed and ten verdicts, whatever the length of the sheet', async () => {
    const cost = async (count: number) => {
      const one = service(someRows(count));
      await one.settle();
      const { rows } = one.sheet.tab('Activity');
      const before = new Set(one.store.table.items.get(WORKBOOK)?.keys());
      for (let i = 0; i < 10; i++) (rows[rows.length - 30 + i] ?? [])[5] = 'No answer';
      const calls = counting();
      const result = await one.ingest({}, calls);
      expect(result).toMatchObject({ status: 'changed', rowsAdded: 10, rowsRemoved: 10 });
      const after = [...(one.store.table.items.get(WORKBOOK)?.keys() ?? [])];
      expect(after.filter((key) => !before.has(key))).toHaveLength(result.itemsWritten);
      expect(calls.of('writeColumn')).toBe(1);
      return result.itemsWritten;
    };
    expect(await cost(420)).toBe(await cost(210));
  });

  test('sorting, moving columns and blank rows change no stored row', async () => {
    const one = service(someRows(70));
    await one.settle();
    const { source } = one.store.table.heads.get(WORKBOOK) ?? {};
    const tab = one.sheet.tab('Activity');
    const [header = [], ...rows] = tab.rows;
    tab.rows = [[], header, ...rows.toReversed().flatMap((cells) => [cells, []])].map((cells) =>
      cells.length === 0 ? [] : Array.from({ length: 14 }, (_, i) => cells[13 - i] ?? ''),
    );
    expect(await one.ingest()).toMatchObject({ status: 'noted', rowsAdded: 0, rowsRemoved: 0, checksWritten: 0 });
    expect(one.store.table.heads.get(WORKBOOK)?.source).toBe(source);
  });

  test('a dry run decides and writes nothing', async () => {
    const one = service(someRows(70));
    const dry = counting();
    expect(await one.ingest({ dryRun: true }, dry)).toMatchObject({ status: 'changed', rowsAdded: 70 });
    await one.settle();
    one.sheet.tab('Activity').rows.splice(1, 60);
    const before = structuredClone(stateOf(one));
    expect(await one.ingest({ dryRun: true }, dry)).toMatchObject({ status: 'stopped' });
    expect(await one.ingest({ dryRun: true, acceptRemovals: true }, dry)).toMatchObject({ rowsRemoved: 60 });
    expect(dry.of(...WRITES)).toBe(0);
    expect(stateOf(one)).toEqual(before);
  });

  test('after midnight the verdicts move on, once; the rows stay as they are', async () => {
    const rows = [row('2026-02-02', 'Ana', 'Acme', 'Ask', 'Sent'), row('2026-02-03', 'Ana', 'Bolt', 'Ask', 'Sent')];
    const one = service(rows);
    await one.settle();
    const verdicts = () =>
      one.sheet
        .tab('Activity')
        .rows.slice(1)
        .map((cells) => cells[CHECK]);
    expect(verdicts().map((text) => String(text).split(' ·')[0])).toEqual(['✓ 1 today', 'held: counts on 2026-02-03']);
    one.now = Date.parse('2026-02-02T22:59:59Z');
    expect(await one.ingest()).toMatchObject({ status: 'unchanged' });
    one.now = Date.parse('2026-02-02T23:00:00Z'); // midnight in Amsterdam
    expect(await one.ingest()).toMatchObject({ status: 'noted', checksWritten: 2, rowsAdded: 0 });
    expect(verdicts().map((text) => String(text).split(' ·')[0])).toEqual(['✓', '✓ 1 today']);
    expect(await one.rollup()).toMatchObject({ status: 'changed', rowsRead: 1 });
    await one.settle();
    expect(await one.ingest()).toMatchObject({ status: 'unchanged' });
  });

  test('after midnight with no verdict to change it is noted that all was seen to be right', async () => {
    const one = service([row('2026-01-05', 'Ana', 'Acme', 'Ask', 'Sent')]);
    await one.settle();
    one.now += 24 * HOUR;
    expect(await one.ingest()).toMatchObject({ status: 'noted', checksWritten: 0 });
    expect(await one.ingest()).toMatchObject({ status: 'unchanged' });
  });

  test('a row typed later has its first-seen time, an edit keeps it, and so does putting the row back', async () => {
    const one = service([row('2026-02-02', 'Ana', 'Acme', 'Ask', 'Sent')]);
    await one.settle();
    const { rows } = one.sheet.tab('Activity');
    const times = (rep: string) => [...(one.store.table.seen.get(WORKBOOK)?.get(seenKey(TODAY, rep))?.values() ?? [])];
    one.now = NOON + HOUR;
    rows.push(row('2026-02-02', 'Ben', 'Bolt', 'Ask', 'Sent'));
    await one.settle();
    expect(times('Ben')).toEqual([NOON + HOUR]);
    one.now = NOON + 2 * HOUR;
    (rows[2] ?? [])[2] = 'Bolt Ltd';
    (rows[1] ?? [])[2] = 'Acme Ltd';
    await one.settle();
    expect(times('Ben')).toEqual([NOON + HOUR, NOON + HOUR]);
    expect(times('Ana')).toEqual([]);
    one.now = NOON + 3 * HOUR;
    const [gone = []] = rows.splice(2, 1);
    await one.settle();
    rows.push(gone);
    await one.settle();
    expect(times('Ben')).toEqual([NOON + HOUR, NOON + HOUR]);
  });

  test('with the check column switched off nothing is written on the tab of the reps', async () => {
    const one = service(someRows(20), {
      Settings: [
        ['Setting', 'Value'],
        ['Check column', 'Off'],
      ],
    });
    expect(await one.ingest()).toMatchObject({ status: 'changed', checksWritten: 0 });
    one.now += 48 * HOUR;
    expect(await one.ingest()).toMatchObject({ status: 'unchanged' });
  });
});
