import { expect, test } from 'vitest';
import { tabOf } from '../../../lambdas/domain/cells/tab-rows.ts';
import { type LastReading, lastReadings } from '../../../lambdas/domain/rows/last-readings.ts';
import { RowTally } from '../../../lambdas/domain/rows/row-tally.ts';
import { NO_ROWS } from '../../../lambdas/domain/source/source-tree.ts';
import { rules } from '../../support/rows.ts';

const reading = (rows: number): LastReading => ({
  under: 'rules',
  rules: rules(),
  dateOrder: 'dmy',
  read: {
    tab: tabOf(new Array(rows).fill([])),
    header: { row: 0, columns: [], checkColumn: -1 },
    rows: [],
    repDays: new Map(),
    tree: NO_ROWS,
    tally: new RowTally(),
    names: new Map(),
  },
});

test('the workbooks read last are remembered, as far as their rows go', () => {
  const readings = lastReadings(100);
  const [a, b, c] = [reading(40), reading(50), reading(30)];
  readings.keep('a', a);
  readings.keep('b', b);
  readings.keep('a', a);
  readings.keep('c', c);
  expect(['a', 'b', 'c'].map((workbook) => readings.take(workbook))).toEqual([a, undefined, c]);
});

test('as many rows as may be remembered are', () => {
  const readings = lastReadings(100);
  const [a, b] = [reading(60), reading(40)];
  readings.keep('a', a);
  readings.keep('b', b);
  expect([readings.take('a'), readings.take('b')]).toEqual([a, b]);
});

test('a workbook with more rows than may be remembered is read anew each time, and takes nothing from others', () => {
  const readings = lastReadings(100);
  readings.keep('small', reading(10));
  readings.keep('large', reading(101));
  expect(readings.take('large')).toBeUndefined();
  expect(readings.take('small')).toBeDefined();
});

test('a reading is handed over once', () => {
  const readings = lastReadings(100);
  const a = reading(1);
  readings.keep('a', a);
  expect([readings.take('a'), readings.take('a')]).toEqual([a, undefined]);
});
