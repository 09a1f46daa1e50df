import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { archived, FEBRUARY, figures, figuresOf, head, SETTINGS, setRows, settings } from '../support/archived-rows.ts';
import { someRows } from '../support/ingest-rows.ts';
import { service, stateOf, WORKBOOK } from '../support/ports.ts';
import { row } from '../support/trees.ts';

describe('rows before "Archived before" in a full run', () => {
  test.each([FEBRUARY, '2026-01-20', ''])(
    'a full run finds archived rows that the column of dates now judges otherwise (setting: %s)',
    async (setting) => {
      const asTyped = (date: string, prospect: string): Cell[] => [date, 'Ana', prospect, '', 'Ask', 'Sent'];
      const old = Array.from({ length: 6 }, (_, i) => asTyped(`0${i + 1}/01/2026`, `Old ${i}`));
      const few = Array.from({ length: 30 }, (_, i) => row('2026-02-01', 'Ana', `New ${i}`, 'Ask', 'Sent'));
      const one = service([...old, ...few], { [SETTINGS]: settings(FEBRUARY) });
      await one.settle();
      setRows(one, few);
      await one.settle();
      // Dates of both orders: from now on such a column says nothing, and the archived rows are rejected.
      setRows(one, [...few, asTyped('13/01/2026', 'X'), asTyped('01/14/2026', 'Y')]);
      await one.settle();
      one.sheet.tab(SETTINGS).rows = settings(setting);
      const { status } = await one.ingest({ full: true, acceptRemovals: true });
      expect(status).toBe('changed');
    },
  );

  test('where a part of the archive is lost, the rest is not given up unasked', async () => {
    const months = ['2025-12-15', '2026-01-15'].flatMap((date) =>
      Array.from({ length: 30 }, (_, i) => row(date, 'Ana', `Old ${i}`, 'Ask', 'Sent')),
    );
    const few = Array.from({ length: 40 }, (_, i) => row('2026-02-01', 'Ana', `New ${i}`, 'Ask', 'Sent'));
    const one = service([...months, ...few], { [SETTINGS]: settings(FEBRUARY) });
    await one.settle();
    setRows(one, few);
    await one.settle();
    const items = one.store.table.items.get(WORKBOOK);
    for (const key of [...(items?.keys() ?? [])]) if (key.startsWith('rows/2025-12')) items?.delete(key);
    one.sheet.tab(SETTINGS).rows = settings('');
    const stopped = await one.ingest({ full: true });
    expect(stopped).toMatchObject({ status: 'stopped', stop: { message: expect.stringMatching(/^30 of /) } });
    expect(await one.ingest({ full: true, acceptRemovals: true })).toMatchObject({ status: 'changed' });
  });

  test('a full run and a sweep keep them; what the table lost of them is said', async () => {
    const one = await archived();
    const state = stateOf(one);
    const port = one.store.open({ clock: () => one.now });
    const full = async () => {
      await ingest({ sheets: one.sheet, store: port, clock: () => one.now }, { workbook: WORKBOOK, full: true });
      await rollup({ store: port, clock: () => one.now }, { workbook: WORKBOOK, full: true });
    };
    await full();
    expect(stateOf(one)).toEqual(state);
    one.now += 200 * 86_400_000;
    await sweep({ store: port, clock: () => one.now }, { workbook: WORKBOOK });
    await full();
    expect(stateOf(one)).toMatchObject({ head: { source: head(one)?.source } });
    const items = one.store.table.items.get(WORKBOOK);
    const leaf = [...(items ?? [])].find(
      ([key, { body }]) => key.startsWith('rows/2026-01') && body.includes('Prospect 1'),
    );
    items?.delete(leaf?.[0] ?? '');
    await expect(full()).rejects.toThrow(/"Archived before" keeps are missing.*point-in-time/);
  });

  test('a first run may be a full one', async () => {
    const one = service(someRows(5), { [SETTINGS]: settings(FEBRUARY) });
    expect(await one.ingest({ full: true })).toMatchObject({ status: 'changed', rowsAdded: 5 });
  });

  test('what the table lost is made good as the message says: pasted, with the setting cleared', async () => {
    const few = [row('2026-01-30', 'Ana', 'Acme', 'Ask', 'Sent'), ...someRows(5)];
    const one = service(few, { [SETTINGS]: settings('2026-01-31') });
    await one.settle();
    setRows(one, someRows(5));
    await one.settle();
    const items = one.store.table.items.get(WORKBOOK);
    for (const key of [...(items?.keys() ?? [])]) if (key.startsWith('rows/2026-01')) items?.delete(key);
    await expect(one.ingest({ full: true })).rejects.toThrow(/clear "Archived before" and run the sync again/);
    // A store that is down has lost nothing.
    for (const nth of [0, 1]) {
      let calls = 0;
      const failing = () => Promise.reject(new Error('the store is down'));
      const down = { before: (method: string) => (method === 'getItems' && calls++ === nth ? failing() : undefined) };
      await expect(one.ingest({ full: true }, down)).rejects.toThrow(/^the store is down$/);
    }
    setRows(one, few);
    one.sheet.tab(SETTINGS).rows = settings('');
    expect(await one.ingest({ full: true })).toMatchObject({ status: 'changed' });
    await one.settle();
    expect(figures(one)).toBe(await figuresOf(few, one.now));
  });
});
