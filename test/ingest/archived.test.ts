import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { activityLog, cellsOfRow, FIRST_MONDAY, LOG_DAYS, logRow } from '../support/activity-logs.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type Service, service, stateOf, WORKBOOK } from '../support/ports.ts';
import { row, serial } from '../support/trees.ts';

const SETTINGS = 'Settings';
const settings = (before: Cell): Cell[][] => [
  ['Setting', 'Value'],
  ['Archived before', before],
];
const head = (one: Service) => one.store.table.heads.get(WORKBOOK);
const figures = (one: Service): string | undefined => head(one)?.derived?.root;
const rowsOnSheet = (one: Service): Cell[][] => one.sheet.tab('Activity').rows.slice(1);
const setRows = (one: Service, rows: readonly (readonly Cell[])[]): void => {
  one.sheet.tab('Activity').rows.splice(1, Number.POSITIVE_INFINITY, ...rows.map((cells) => [...cells]));
};
const dayOf = (cells: readonly Cell[]): number => Math.floor(Number(cells[0]));

/** The figures of a workbook whose sheet holds these rows. */
async function figuresOf(rows: readonly (readonly Cell[])[], now: number): Promise<string | undefined> {
  const twin = service(rows);
  twin.now = now;
  await twin.settle();
  return figures(twin);
}

/** The 70 rows run from 24 January to 2 February. */
const ROWS = someRows(70);
const FEBRUARY = serial('2026-02-01');

async function archived(before: Cell = FEBRUARY): Promise<Service> {
  const one = service(ROWS, { [SETTINGS]: settings(before) });
  await one.settle();
  setRows(one, ROWS.filter((cells) => dayOf(cells) >= FEBRUARY).concat(rowsOnSheet(one).slice(0, 0)));
  await one.settle();
  return one;
}

describe('rows before "Archived before"', () => {
  test.each([
    ['a date cell', FEBRUARY],
    ['text', '2026-02-01'],
  ])('go from the sheet, and count as before (%s)', async (_, before) => {
    const one = await archived(before);
    expect(head(one)?.stop).toBeUndefined();
    expect(rowsOnSheet(one).length).toBeLessThan(20);
    expect(figures(one)).toBe(await figuresOf(ROWS, one.now));
  });

  test('without the setting their removal is held', async () => {
    const one = await archived('');
    expect(head(one)?.stop?.message).toMatch(/rows of the week of 2026-01-26 are gone/);
    expect(figures(one)).toBe(await figuresOf(ROWS, one.now));
  });

  test('later rows are guarded as ever', async () => {
    const one = await archived();
    setRows(one, []);
    await one.settle();
    expect(head(one)?.stop?.message).toMatch(/^All rows of the tab Activity are gone/);
  });

  test('an edit of an old row is an edit, and one that is put back is counted once', async () => {
    const one = service(ROWS, { [SETTINGS]: settings(FEBRUARY) });
    await one.settle();
    const edited = ROWS.map((cells, at) => (at === 3 ? cells.with(5, 'No answer') : cells));
    setRows(one, edited);
    await one.settle();
    expect(figures(one)).toBe(await figuresOf(edited, one.now));
    setRows(one, edited.slice(40));
    await one.settle();
    expect(figures(one)).toBe(await figuresOf(edited, one.now));
    setRows(one, edited);
    await one.settle();
    expect(figures(one)).toBe(await figuresOf(edited, one.now));
    const fresh = service(edited, { [SETTINGS]: settings(FEBRUARY) });
    await fresh.settle();
    expect(head(one)?.source).toBe(head(fresh)?.source);
  });

  test('a setting that is taken back holds the rows until that is confirmed', async () => {
    const one = await archived();
    one.sheet.tab(SETTINGS).rows = settings(serial('2026-01-10'));
    await one.settle();
    const { stop } = head(one) ?? {};
    expect(stop?.message).toMatch(/are gone from the tab Activity/);
    await one.ingest({ acceptRemovals: /to (ok-\w+);/.exec(stop?.message ?? '')?.[1] ?? '' });
    await one.settle();
    expect(figures(one)).toBe(await figuresOf(rowsOnSheet(one), one.now));
  });

  test.each([false, true])('a setting that is emptied holds them too (full run: %s)', async (full) => {
    const one = await archived();
    const before = head(one)?.source;
    one.sheet.tab(SETTINGS).rows = settings('');
    const stopped = await one.ingest({ full });
    expect(stopped).toMatchObject({
      status: 'stopped',
      stop: { message: expect.stringMatching(/are gone from the tab/) },
    });
    expect(head(one)?.source).toBe(before);
    const acceptRemovals = /to (ok-\w+);/.exec(stopped.stop?.message ?? '')?.[1] ?? '';
    expect(await one.ingest({ full, acceptRemovals })).toMatchObject({ status: 'changed' });
    await one.settle();
    expect(figures(one)).toBe(await figuresOf(rowsOnSheet(one), one.now));
  });

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

  test('rows of days to come are not kept, whatever the setting says', async () => {
    const one = service([...ROWS, row('2026-03-01', 'Ana', 'Later', 'Ask', 'Sent')], {
      [SETTINGS]: settings('2027-01-01'),
    });
    await one.settle();
    setRows(one, ROWS);
    await one.settle();
    one.now += 60 * 86_400_000;
    await one.settle();
    expect(figures(one)).toBe(await figuresOf(ROWS, one.now));
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

  test('rows that are not counted are kept as such', async () => {
    const bad = row('2026-01-30', 'Ana', 'Acme', 'Lunch');
    const few = [...someRows(5), bad, row('2026-01-30', 'Ana', 'Acme', 'Ask', 'Sent')];
    const one = service(few, { [SETTINGS]: settings('2026-01-31') });
    await one.settle();
    setRows(one, someRows(5));
    await one.settle();
    const archive = (): unknown =>
      JSON.parse(one.store.table.items.get(WORKBOOK)?.get(`source#${head(one)?.source}`)?.body ?? '{}').archive;
    expect(archive()).toEqual([['2026-01', expect.any(String), 2, 1]]);
    await one.ingest({ full: true });
    expect(archive()).toEqual([['2026-01', expect.any(String), 2, 1]]);
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

  test('what a person wants erased is not kept', async () => {
    const one = await archived();
    await one.ingest({ forget: (line) => line.includes('Prospect 1\u001f') });
    await one.rollup();
    const left = ROWS.filter((cells) => cells[2] !== 'Prospect 1' || dayOf(cells) >= FEBRUARY);
    expect(left.length).toBeLessThan(ROWS.length);
    expect(figures(one)).toBe(await figuresOf(left, one.now));
  });
});

test('any sequence of typing, taking out and putting back: figures are those of sheet and archive together', async () => {
  const steps = fc.array(
    fc.record({
      until: fc.integer({ min: FIRST_MONDAY, max: FIRST_MONDAY + LOG_DAYS }),
      out: fc.array(fc.nat(60), { maxLength: 30 }),
      in: fc.array(logRow, { maxLength: 4 }),
      back: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(activityLog(30), steps, async (log, sequence) => {
      const now = Date.UTC(2026, 5, 1);
      const one = service(log.map(cellsOfRow), { [SETTINGS]: settings(FIRST_MONDAY) });
      one.now = now;
      await one.settle();
      let sheet: (readonly Cell[])[] = log.map(cellsOfRow);
      let kept: (readonly Cell[])[] = [];
      let before = FIRST_MONDAY;
      for (const step of sequence) {
        // The day only moves on: taking it back is another test.
        before = Math.max(before, step.until);
        one.sheet.tab(SETTINGS).rows = settings(before);
        setRows(one, sheet);
        await one.settle();
        const out = new Set(step.out);
        const gone = sheet.filter((cells, at) => out.has(at) && dayOf(cells) < before);
        sheet = sheet.filter((cells, at) => !(out.has(at) && dayOf(cells) < before));
        kept = [...kept, ...gone];
        setRows(one, sheet);
        await one.settle();
        if (step.back) [sheet, kept] = [[...sheet, ...kept], []];
        setRows(one, sheet);
        await one.settle();
        // Typed after the others are settled: in one go with a removal it might be taken for an edit.
        const typed = step.in.map(cellsOfRow).filter((cells) => !kept.some((other) => `${other}` === `${cells}`));
        sheet = [...sheet, ...typed];
        setRows(one, sheet);
        await one.settle();
        expect(head(one)?.stop).toBeUndefined();
        expect(figures(one)).toBe(await figuresOf([...sheet, ...kept], now));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
