import { expect, test } from 'vitest';
import { lineOf } from '../../../lambdas/domain/rows/row-line.ts';
import { rowsCsv } from '../../../local/export/rows-csv.ts';

const csvOf = (...cells: readonly (string | number | boolean)[]): string | undefined => {
  const line = lineOf(
    cells,
    cells.map((_, at) => at),
  );
  return rowsCsv([{ day: 0, rep: '', lines: [line] }]).split('\n')[1];
};

test.each([
  [46_346, '2026-11-20'],
  [46_346.5, '2026-11-20 12:00:00'],
  [46_346.999_999_9, '2026-11-21'],
  [-5, '1899-12-25'],
  [1e15, '1000000000000000'],
])('a date cell that holds %d is %s', (serial, shown) => {
  expect(csvOf(serial)).toBe(`${shown}${','.repeat(12)}`);
});

test.each(['=1+1', '-x', '@sum', '＝1'])('%s is marked as text', (text) => {
  expect(csvOf('', text)).toBe(`,'${text}${','.repeat(11)}`);
});

test('other text and numbers stay as they are, also negative ones', () => {
  expect(csvOf('20 Nov', 'Ann', 'A, "B"', '00123', '', '', -2, 0.1, true)).toBe(
    '20 Nov,Ann,"A, ""B""",00123,,,-2,0.1,TRUE,,,,',
  );
});
