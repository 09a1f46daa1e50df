import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { activityLog, cellsOfRow, FIRST_MONDAY, LOG_DAYS, logRow } from '../support/activity-logs.ts';
import {
  archived,
  dayOf,
  FEBRUARY,
  figures,
  figuresOf,
  head,
  ROWS,
  rowsOnSheet,
  SETTINGS,
  setRows,
  settings,
} from '../support/archived-rows.ts';
import { someRows } from '../support/ingest-rows.ts';
import { service, WORKBOOK } from '../support/ports.ts';
import { row, serial } from '../support/trees.ts';

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
