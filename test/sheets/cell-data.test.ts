import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellData } from '../../lambdas/sheets/cell-data.ts';
import { anyCell, cell } from '../support/sheets-layouts.ts';

describe('a cell', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=IMPORTDATA("http://x")', "'quoted", '1e3', '2026-01-01', 'TRUE'])(
    'that holds the text %s stays text',
    (text) => expect(cellData(cell(text)).userEnteredValue).toEqual({ stringValue: text }),
  );

  test.each([
    [0, { numberValue: 0 }],
    [-1.5, { numberValue: -1.5 }],
    [false, { boolValue: false }],
    [{ formula: '=leadsheet_as_of' }, { formulaValue: '=leadsheet_as_of' }],
    [{ formula: 'SPARKLINE(B2:F2)' }, { formulaValue: '=SPARKLINE(B2:F2)' }],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is typed', (value, expected) => {
    expect(cellData(cell(value)).userEnteredValue).toEqual(expected);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('of %d is a fault of the layout', (value) => {
    expect(() => cellData(cell(value))).toThrow(/leave it out/);
  });

  test('keeps the colour of its style under a link, and shows that it is one', () => {
    expect(cellData({ value: 'x', style: 'bad', link: '#gid=5' }).userEnteredFormat?.textFormat).toMatchObject({
      bold: true,
      underline: true,
      link: { uri: '#gid=5' },
      foregroundColorStyle: expect.anything(),
    });
    expect(cellData(cell('x', 'bad')).userEnteredFormat?.textFormat).not.toHaveProperty('link');
  });

  test('with text longer than Sheets takes is shortened, and no character is cut in two', () => {
    const { stringValue } = cellData(cell(`${'x'.repeat(49_998)}😀😀`)).userEnteredValue ?? {};
    expect(stringValue).toBe(`${'x'.repeat(49_998)}…`);
    expect(cellData({ style: 'text', note: 'n'.repeat(60_000) }).note).toHaveLength(50_000);
  });

  test('of plain style and no value is empty', () => {
    expect(cellData(cell(undefined))).toEqual({});
  });

  test('of text is text, whatever the text', () => {
    fc.assert(
      fc.property(anyCell, (any) => {
        const value = cellData(any).userEnteredValue;
        if (typeof any.value === 'string' && any.value !== '') expect(value).toEqual({ stringValue: any.value });
        expect(value ?? {}).not.toHaveProperty('formulaValue');
      }),
    );
  });
});
