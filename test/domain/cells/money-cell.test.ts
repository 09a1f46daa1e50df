import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { readMoney } from '../../../lambdas/domain/cells/money-cell.ts';

/** Minor units, or the problem. */
function read(cell: Cell, locale = 'en_US', minorDigits = 2): number | string {
  const reading = readMoney(cell, localeRules(locale).decimal, minorDigits);
  return 'minor' in reading ? reading.minor : reading.problem;
}

describe('money cells', () => {
  test.each([
    [3500, 2, 350000],
    [1.005, 2, 101],
    [8.165, 2, 817],
    [-1.005, 2, -101],
    [0.1 + 0.2, 2, 30],
    [0, 2, 0],
    [-0.001, 2, 0],
    [3500, 0, 3500],
    [3500.5, 0, 3501],
    [1.2345, 3, 1235],
    [1e11, 2, 1e13],
    [-1e11, 2, -1e13],
    [1e11 + 0.01, 2, 'unreadable'],
    [1e12, 2, 'unreadable'],
    [Number.POSITIVE_INFINITY, 2, 'unreadable'],
    [Number.NaN, 2, 'unreadable'],
    [true, 2, 'unreadable'],
  ])('%d with %i decimals', (cell, digits, expected) => {
    expect(read(cell, 'en_US', digits)).toBe(expected);
  });

  test.each([undefined, null, '', '  ', '\u00a0'])('%j is blank', (cell) => {
    expect(read(cell)).toBe('blank');
  });
});

describe('money text', () => {
  test.each([
    ['nl_NL', '€ 3.500,00', 350000],
    ['nl_NL', '€3500', 350000],
    ['nl_NL', '3.500', 350000],
    ['nl_NL', '3,5', 350],
    ['nl_NL', '€ 3.500,-', 350000],
    ['nl_NL', '€ -5', -500],
    ['nl_NL', '-€ 5', -500],
    ['nl_NL', '1.234.567,89', 123456789],
    ['nl_NL', '$3,500.00', 'unreadable'],
    ['nl_NL', '3.50', 'unreadable'],
    ['en_US', '$3,500.00', 350000],
    ['en_US', '3.500', 350],
    ['en_US', '3,500', 350000],
    ['en_US', '3,50', 'unreadable'],
    ['en_US', '€ 3.500,00', 'unreadable'],
    ['en_US', '(1,200.50)', -120050],
    ['en_US', '($1,200.50)', -120050],
    ['en_US', '$(1,200.50)', -120050],
    ['en_US', '$ (1,200.50)', -120050],
    ['en_US', '-€5', -500],
    ['en_US', '−€5', -500],
    ['en_US', '€-5', -500],
    ['en_US', '(-5)', 'unreadable'],
    ['en_US', '--5', 'unreadable'],
    ['en_US', 'US$ 5', 500],
    ['en_US', 'A$5', 500],
    ['en_US', '5 USD', 500],
    ['en_US', 'usd 5', 500],
    ['en_US', '＄１，２００．５０', 120050],
    ['en_US', '12k', 'unreadable'],
    ['en_US', '12 K', 'unreadable'],
    ['en_US', '12k€', 'unreadable'],
    ['en_US', '12K$', 'unreadable'],
    ['en_US', '12k EUR', 'unreadable'],
    ['en_US', '5 MIO', 'unreadable'],
    ['en_US', '5 MLN', 'unreadable'],
    ['en_US', 'INV 2026', 'unreadable'],
    ['en_US', '50 %', 'unreadable'],
    ['en_US', 'tbd', 'unreadable'],
    ['en_US', '1e5', 'unreadable'],
    ['en_US', '3 or 4', 'unreadable'],
    ['en_US', '1,2,3', 'unreadable'],
    ['en_US', '1’5', 'unreadable'],
    ['en_US', "1'2’3", 'unreadable'],
    ['en_US', '(5', 'unreadable'],
    ['en_US', '5)', 'unreadable'],
    ['en_US', '5 (6)', 'unreadable'],
    ['en_US', '- 5', -500],
    ['en_US', '( 5 )', -500],
    ['en_US', '.5', 'unreadable'],
    ['en_US', '5.', 500],
    ['en_US', '5-', 'unreadable'],
    ['en_US', '$', 'unreadable'],
    ['en_US', '-', 'unreadable'],
    ['en_US', '()', 'unreadable'],
    ['en_US', '99,999,999,999,999', 'unreadable'],
    ['en_IN', '₹ 12,34,567.00', 123456700],
    ['fr_FR', '3 500,00 €', 350000],
    ['fr_FR', '3\u00a0500,00\u00a0€', 350000],
    ['fr_FR', '3\u202f500,00\u00a0€', 350000],
    ['de_CH', 'CHF 3’500.00', 350000],
    ['de_CH', "3'500.–", 350000],
    ['de_CH', 'Fr. 3’500.–', 350000],
    ['sv_SE', '3 500 kr', 350000],
    ['pl_PL', '3 500,00 zł', 350000],
    ['pt_BR', 'R$ 3.500,00', 350000],
    ['de_DE', '3.500,00 EUR', 350000],
    ['ro_RO', '3.500,00 lei', 350000],
    ['fr_CA', '3 500,00 $ CA', 'unreadable'],
    ['fr_FR', '3 500,00 $CA', 350000],
  ])('in %s, %j', (locale, text, expected) => {
    expect(read(text, locale)).toBe(expected);
  });

  test.each([
    ['JPY', 'ja_JP', '¥3,500', 0, 3500],
    ['JPY full width', 'ja_JP', '￥3,500', 0, 3500],
    ['KWD', 'en_US', 'KWD 3.505', 3, 3505],
  ])('%s', (_, locale, text, digits, expected) => {
    expect(read(text, locale, digits)).toBe(expected);
  });

  test('as a locale writes it is read back to the cent', () => {
    const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
    const locales = fc.constantFrom(
      'en_US',
      'en_GB',
      'nl_NL',
      'de_DE',
      'fr_FR',
      'de_CH',
      'pt_BR',
      'sv_SE',
      'pl_PL',
      'en_IN',
    );
    fc.assert(
      fc.property(cents, locales, fc.constantFrom('EUR', 'USD', 'SEK'), (minor, locale, currency) => {
        const format = new Intl.NumberFormat(locale.replace('_', '-'), { style: 'currency', currency });
        expect(read(format.format(minor / 100), locale)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });

  test('rounds half away from zero, as decimal arithmetic does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (thousandths) => {
        const expected = Math.sign(thousandths) * Number((BigInt(Math.abs(thousandths)) + 5n) / 10n);
        expect(read(thousandths / 1000)).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });
});
