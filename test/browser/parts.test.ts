import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { parseAddress } from '../../local/page/address.ts';
import { Axis } from '../../local/page/axis.ts';
import { categoryLabels } from '../../local/page/category-labels.ts';
import { isFiltered, shownParts } from '../../local/page/filtered-rows.ts';
import { moved, pastHidden } from '../../local/page/keys.ts';
import { matching } from '../../local/page/matching.ts';
import { selectCell } from '../../local/page/selection.ts';
import { syncLine } from '../../local/page/sync-line.ts';
import { formatTabSeparated, parseTabSeparated } from '../../local/page/tab-separated.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('has the types of a browser right', async () => {
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  const checked = promisify(execFile)(process.execPath, [tsc, '--noEmit', '-p', `${root}local/page`], { cwd: root });
  expect((await checked).stdout).toBe('');
});

it('knows where rows of different heights stand', () => {
  const axis = new Axis(100, 20, [
    [2, 50],
    [5, 0],
  ]);
  expect([0, 2, 3, 5, 6, 100].map((row) => axis.offset(row))).toEqual([0, 40, 90, 130, 130, 2010]);
  expect([0, 39, 40, 89, 90, 131, 99999].map((pixels) => axis.at(pixels))).toEqual([0, 1, 2, 2, 3, 6, 99]);
  expect(axis.resize([[2, 50]])).toBe(false);
  expect(axis.resize([[2, 20]])).toBe(true);
  for (let row = 0; row < 100; row += 1) if (row !== 5) expect(axis.at(axis.offset(row))).toBe(row);
});

it('reads and writes rows as spreadsheets put them on the clipboard', () => {
  expect(parseTabSeparated('a\tb\r\n\t\r\n"x\t""y""\nz"\tq"q\n')).toEqual([
    ['a', 'b'],
    ['', ''],
    ['x\t"y"\nz', 'q"q'],
  ]);
  expect(parseTabSeparated('')).toEqual([['']]);
  const rows = [
    ['a\tb', 'c"d'],
    ['e\nf', ''],
  ];
  expect(parseTabSeparated(formatTabSeparated(rows))).toEqual(rows);
});

it('shows every label that fits: side by side, slanted, upright', () => {
  expect(categoryLabels([40, 60], 200)).toEqual({ rotate: 0, skip: 0 });
  expect(categoryLabels(Array(13).fill(50), 500)).toEqual({ rotate: 45, skip: 0 });
  expect(categoryLabels(Array(26).fill(50), 400)).toEqual({ rotate: 90, skip: 0 });
  expect(categoryLabels(Array(104).fill(50), 500)).toEqual({ rotate: 90, skip: 2 });
});

it('moves within the grid', () => {
  const extent = { rows: 100, columns: 10, usedRows: 50, usedColumns: 4, page: 20 };
  const go = (key: string, { ctrl = false, shift = false } = {}, row = 5, column = 2) => {
    const to = moved(selectCell({ row, column }), { key, ctrl, shift }, extent);
    return to && [to.active.row, to.active.column, to.corner.row, to.corner.column];
  };
  expect(go('ArrowDown')).toEqual([6, 2, 6, 2]);
  expect(go('ArrowDown', { shift: true })).toEqual([5, 2, 6, 2]);
  expect(go('ArrowDown', { ctrl: true })).toEqual([49, 2, 49, 2]);
  expect(go('ArrowUp', {}, 0)).toEqual([0, 2, 0, 2]);
  expect(go('PageDown', {}, 90)).toEqual([99, 2, 99, 2]);
  expect(go('Tab', { shift: true })).toEqual([5, 1, 5, 1]);
  expect(go('End', { ctrl: true })).toEqual([49, 3, 49, 3]);
  expect(go('x')).toBeUndefined();
});

it('reads addresses as Sheets writes them', () => {
  const active = { row: 4, column: 0 };
  expect(parseAddress('#gid=7&range=A5:B6')).toEqual({ tab: 7, selection: { active, corner: { row: 5, column: 1 } } });
  expect(parseAddress('#gid=x&range=nonsense!')).toEqual({ tab: undefined, selection: undefined });
});

it('says how far the reports follow', () => {
  const line = (sync: { running: boolean; at?: number; problem?: string }) =>
    syncLine({ version: 1, now: 10_000, sync }, 1);
  expect(line({ running: false, at: 8_000 })).toBe('synced 3 s ago');
  expect(line({ running: true, at: 8_000 })).toBe('syncing …');
  expect(line({ running: false, problem: 'No.' })).toBe('No.');
  expect(syncLine({ version: 1, now: 0 }, 0)).toBe('');
});

it('knows what a filter hides, and the parts of an area that it shows', () => {
  const runs = [
    [2, 4],
    [7, 8],
  ] as const;
  expect([0, 1, 2, 3, 4, 6, 7, 8].filter((row) => isFiltered(runs, row))).toEqual([2, 3, 7]);
  const area = { startRow: 1, endRow: 9, startColumn: 0, endColumn: 1 };
  expect(shownParts(runs, area).map(({ startRow, endRow }) => [startRow, endRow])).toEqual([
    [1, 2],
    [4, 7],
    [8, 9],
  ]);
  expect(shownParts(runs, { ...area, startRow: 2, endRow: 4 })).toEqual([]);
});

it('steps over hidden rows, and turns back where nothing more is shown', () => {
  const rows = new Axis(10, 20, [
    [4, 0],
    [5, 0],
    [9, 0],
  ]);
  const columns = new Axis(5, 100);
  const step = (from: number, to: number) =>
    pastHidden(selectCell({ row: from, column: 0 }), selectCell({ row: to, column: 0 }), rows, columns)?.active.row;
  expect([step(3, 4), step(6, 5), step(8, 9)]).toEqual([6, 3, 8]);
});

it('finds choices by their beginning first, all of them for the text that was there', () => {
  const choices = ['Ask', 'Close', 'Task'];
  expect(matching(choices, 'as', '')).toEqual(['Ask', 'Task']);
  expect(matching(choices, 'Close', 'Close')).toEqual(choices);
  expect(matching(choices, 'zz', 'Close')).toEqual([]);
});
