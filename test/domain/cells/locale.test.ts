import { expect, test } from 'vitest';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';

test.each([
  ['en', 'mdy', '.'],
  ['en_US', 'mdy', '.'],
  ['en_GB', 'dmy', '.'],
  ['nl_NL', 'dmy', ','],
  ['de_DE', 'dmy', ','],
  ['de_CH', 'dmy', '.'],
  ['fr_FR', 'dmy', ','],
  ['pt_BR', 'dmy', ','],
  ['es_MX', 'dmy', '.'],
  ['sv_SE', 'ymd', ','],
  ['hu_HU', 'ymd', ','],
  ['ja_JP', 'ymd', '.'],
  ['ar_EG', 'dmy', '.'],
  ['fa_IR', 'ymd', '.'],
  ['th_TH', 'dmy', '.'],
])('%s writes %s and %s', (locale, dateOrder, decimal) => {
  expect(localeRules(locale)).toMatchObject({ dateOrder, decimal, tag: locale.replace('_', '-') });
});

test('English months are known beside those of the locale, none of them as another month', () => {
  const english = localeRules('en').monthNames;
  for (const locale of ['nl_NL', 'de_DE', 'fr_FR', 'es_ES', 'it_IT', 'pl_PL', 'cs_CZ', 'tr_TR', 'fi_FI', 'ja_JP']) {
    const names = localeRules(locale).monthNames;
    for (const [name, month] of english) expect([locale, name, names.get(name)]).toEqual([locale, name, month]);
  }
});

test('short names of months are known with and without their point, and September in four letters', () => {
  const { monthNames } = localeRules('nl_NL');
  expect(['mrt', 'maart', 'sep', 'sept', 'september', 'dec'].map((name) => monthNames.get(name))).toEqual([
    3, 3, 9, 9, 9, 12,
  ]);
  expect([...monthNames.keys()].filter((name) => name === '' || name.endsWith('.'))).toEqual([]);
});

test.each(['', 'not a locale', 'xx_', 'xx', 'xx_YY', 'dutch'])('%j is no locale', (locale) => {
  expect(() => localeRules(locale)).toThrow(RangeError);
});
