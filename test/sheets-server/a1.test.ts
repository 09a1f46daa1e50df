import { describe, expect, it } from 'vitest';
import { columnIndex, columnLetters, parseA1, parseArea, quoteTitle } from '../../local/sheets-server/a1.ts';
import { mergeMasked, parseMask, selectFields } from '../../local/sheets-server/field-mask.ts';

describe('A1 notation', () => {
  it.each([
    ["'It''s'!A1", "It's", { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }],
    ["'a!b'!B2:C", 'a!b', { startRow: 1, endRow: undefined, startColumn: 1, endColumn: 3 }],
    ['Sheet1!$D$4:A1', 'Sheet1', { startRow: 0, endRow: 4, startColumn: 0, endColumn: 4 }],
    ['Sheet1!2:3', 'Sheet1', { startRow: 1, endRow: 3, startColumn: 0, endColumn: undefined }],
    ["'D3'", 'D3', undefined],
  ])('%s', (text, title, area) => {
    expect(parseA1(text)).toMatchObject({ title, area });
  });

  it('refuses what is not a range', () => {
    for (const text of ['Sheet1!', "'open!A1", 'Sheet1!A0', 'Sheet1!A', 'Sheet1!A1:B2:C3', ''])
      expect(parseA1(text), text).toBeUndefined();
    expect(parseArea('ABCD1')).toBeUndefined();
  });

  it('quotes where it must', () => {
    expect(['Sheet1', 'D3', 'R1C1', 'my tab', "It's", '2026', 'Übersicht'].map(quoteTitle)).toEqual([
      'Sheet1',
      "'D3'",
      "'R1C1'",
      "'my tab'",
      "'It''s'",
      "'2026'",
      'Übersicht',
    ]);
  });

  it('counts columns both ways', () => {
    for (const index of [0, 25, 26, 701, 702, 18_277]) expect(columnIndex(columnLetters(index))).toBe(index);
    expect(columnLetters(702)).toBe('AAA');
  });
});

describe('field masks', () => {
  it('select, with points, slashes and brackets', () => {
    const json = { a: { b: 1, c: 2 }, list: [{ x: 1, y: 2 }, { y: 3 }], z: 0 };
    expect(selectFields(json, parseMask('a/b,list(x)'))).toEqual({ a: { b: 1 }, list: [{ x: 1 }, {}] });
    expect(selectFields(json, parseMask('*'))).toEqual(json);
    expect(selectFields(json, parseMask('a.b,a'))).toEqual({ a: json.a });
  });

  it('update the masked fields alone and clear those that are not given', () => {
    const target = { note: 'n', format: { bold: true, size: 9 } };
    expect(mergeMasked(target, { format: { size: 12 } }, parseMask('format.size,note'))).toEqual({
      format: { bold: true, size: 12 },
    });
  });
});
