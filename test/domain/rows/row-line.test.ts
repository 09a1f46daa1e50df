import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import {
  cellsOf,
  decodeCell,
  encodeStored,
  firstTextOf,
  lineOf,
  storedCell,
} from '../../../lambdas/domain/rows/row-line.ts';

const encodeCell = (cell: Cell): string => encodeStored(storedCell(cell));

describe('cells as identity', () => {
  test.each<[string, Cell, Cell, boolean]>([
    ['text is trimmed', ' Acme ', 'Acme', true],
    ['absent, null, blank and an unticked box are empty', undefined, '', true],
    ['null', null, undefined, true],
    ['an unticked box', false, undefined, true],
    ['spaces', ' \u00a0 ', undefined, true],
    ['control characters are spaces', 'a\u0000\u0001b', 'a b', true],
    ['lines are spaces', 'a\r\nb', 'a b', true],
    ['zero is one zero', -0, 0, true],
    ['zero is not empty', 0, '', false],
    ['a number is not its text', 5, '5', false],
    ['a ticked box is not its text', true, 'true', false],
    ['case is kept', 'acme', 'Acme', false],
    ['an accent is kept', 'Jose', 'José', false],
  ])('%s', (_, a, b, equal) => {
    expect(encodeCell(a) === encodeCell(b)).toBe(equal);
  });

  test.each<[Cell, Cell]>([
    ['', undefined],
    [' ', undefined],
    [' a\tb ', 'a b'],
    [0, 0],
    [true, true],
    [false, undefined],
    [null, undefined],
  ])('%o is stored as %o', (typed, stored) => {
    expect(storedCell(typed)).toBe(stored);
  });

  test('come back as they were', () => {
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(true, 0, -1, 46342.123456789, 1e300),
      fc.stringMatching(/^[^\s\p{C}]([^\p{C}]*[^\s\p{C}])?$/u),
    );
    fc.assert(
      fc.property(cell, (typed) => {
        expect(decodeCell(encodeCell(typed))).toBe(typed === 0 ? 0 : typed);
      }),
    );
  });
});

describe('rows as identity', () => {
  const anything = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, '', '\u001f')),
    { minLength: 4, maxLength: 4 },
  );

  test('do not depend on the order of columns', () => {
    fc.assert(
      fc.property(anything, (row) => {
        expect(lineOf([...row].reverse(), [3, 2, 1, 0])).toBe(lineOf(row, [0, 1, 2, 3]));
      }),
    );
  });

  test('are equal exactly when their cells are', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const cells = (row: readonly Cell[]): string => JSON.stringify(row.map(encodeCell));
        expect(lineOf(a, [0, 1, 2, 3]) === lineOf(b, [0, 1, 2, 3])).toBe(cells(a) === cells(b));
      }),
    );
  });

  test('give their cells back, and again the same line', () => {
    fc.assert(
      fc.property(anything, (row) => {
        const line = lineOf(row, [0, 1, 2, 3]);
        expect(cellsOf(line)).toHaveLength(Math.max(1, row.findLastIndex((cell) => encodeCell(cell) !== '') + 1));
        expect(lineOf(cellsOf(line), [0, 1, 2, 3])).toBe(line);
        expect(line).not.toContain('\n');
      }),
    );
  });

  test('a column that the sheet does not have, or one that is left blank, are the same', () => {
    expect(lineOf(['a', 'b'], [0, -1, 1])).toBe(lineOf(['a', '', 'b'], [0, 1, 2]));
    expect(lineOf(['a', 'b', ''], [0, 1, 2])).toBe(lineOf(['a', 'b'], [0, 1, -1]));
    expect(lineOf([null, ' ', false, undefined], [0, 1, 2, 3, -1])).toBe('');
    expect(cellsOf('')).toEqual([undefined]);
  });
});

describe('the first cell of a row where it is text', () => {
  test.each<[string, readonly Cell[], string | undefined]>([
    ['among others', ['3/4/2026', 'Ana'], '3/4/2026'],
    ['alone', ['3/4/2026'], '3/4/2026'],
    ['of one letter', ['x', 5], 'x'],
    ['a number', [46_000, '3/4/2026'], undefined],
    ['a ticked box', [true, '3/4/2026'], undefined],
    ['empty', ['', '3/4/2026'], undefined],
    ['of a row without cells', [], undefined],
  ])('%s', (_, cells, text) => {
    expect(firstTextOf(lineOf(cells, [0, 1]))).toBe(text);
  });
});
