import { describe, expect, it } from 'vitest';
import {
  formulaFromLocale,
  formulaToLocale,
  isPartedAsIn,
} from '../../../local/sheets-server/formula/locale-separators.ts';
import { bookOf } from './evaluated.ts';
import { BOOK } from './tables/data.ts';

describe('where the comma is the decimal mark', () => {
  it.each([
    ['=SUM(A1;1,5)', '=SUM(A1,1.5)'],
    ['= IF( A1 > 0,5 ; "a;b,c" ; \'x;1,5\'!B2 )', '= IF( A1 > 0.5 , "a;b,c" , \'x;1,5\'!B2 )'],
    ['={1\\2,5;3\\4}', '={1,2.5;3,4}'],
    ['=SUM({1\\2};3)', '=SUM({1,2},3)'],
    ['=LOG10(A1)+1,5e3', '=LOG10(A1)+1.5e3'],
    ['=SUM(2:5;$A$1:B2)', '=SUM(2:5,$A$1:B2)'],
  ])('%s is typed and edited, %s is kept', (typed, kept) => {
    expect(formulaFromLocale(typed, 'nl_NL')).toBe(kept);
    expect(formulaToLocale(kept, 'nl_NL')).toBe(typed);
  });

  it.each([
    ['=ROUND(A1,2)', '=ROUND(A1,2)'],
    ['=MOD(ROW(),2)', '=MOD(ROW(),2)'],
    ['=A1*,5', '=A1*.5'],
  ])('%s reads as well as it can', (typed, kept) => {
    expect(formulaFromLocale(typed, 'de_DE')).toBe(kept);
  });

  it.each([
    ['=ROUND(A1,2)', false],
    ['=LEFT($N2,8)="rejected"', false],
    ['=LEFT($N2;8)="a,b"', true],
    ['=ROUND(A1;2)*1,5+,5', true],
    ['={1\\2,5;3\\4}', true],
    ["='x,y'!A1", true],
  ])('%s is parted as there: %s', (typed, expected) => {
    expect(isPartedAsIn(typed, 'es_ES')).toBe(expected);
    expect(isPartedAsIn(typed, 'en_GB')).toBe(true);
  });

  it('numbers in text are read and written so', () => {
    const { value } = bookOf({ ...BOOK, locale: 'nl_NL' });
    expect([
      value('="1,5"+1'),
      value('=1.5&""'),
      value('=TEXT(1234.5,"#,##0.00")'),
      value('=VALUE("1.234,5")'),
    ]).toEqual([2.5, '1,5', '1.234,50', 1234.5]);
  });
});

it('elsewhere formulas stay as they are typed', () => {
  expect(formulaFromLocale('=SUM(A1;1,5)', 'en_GB')).toBe('=SUM(A1;1,5)');
  expect(formulaToLocale('=SUM(A1,1.5)', 'en_GB')).toBe('=SUM(A1,1.5)');
});
