import { describe, expect, it } from 'vitest';
import { parseUserEntered } from '../../local/sheets-server/parse-user-entered.ts';

describe('parseUserEntered', () => {
  it.each<[string, string, string | number | boolean, string | undefined]>([
    ['2026-11-16', 'nl_NL', 46342, 'DATE'],
    ['16/11/2026', 'en_GB', 46342, 'DATE'],
    ['16/11/2026', 'en_NZ', 46342, 'DATE'],
    ['11/16/2026', 'en_US', 46342, 'DATE'],
    ['16/11/2026', 'en_US', '16/11/2026', undefined],
    ['31/02/2026', 'en_GB', '31/02/2026', undefined],
    ['16.11.2026', 'de_DE', 46342, 'DATE'],
    ['16 nov 2026', 'nl_NL', 46342, 'DATE'],
    ['16/11/2026 12:00', 'en_GB', 46342.5, 'DATE_TIME'],
    ['12:30', 'en_US', 12.5 / 24, 'TIME'],
    ['1,234.5', 'en_US', 1234.5, 'NUMBER'],
    ['1.234,5', 'de_DE', 1234.5, 'NUMBER'],
    ['1 234,5', 'fr_FR', 1234.5, 'NUMBER'],
    ['1,5', 'en_US', '1,5', undefined],
    ['12%', 'en_US', 0.12, 'PERCENT'],
    ['0,7 %', 'de_DE', 0.007, 'PERCENT'],
    ['€ 3.500,00', 'nl_NL', 3500, 'CURRENCY'],
    ['3.500,00 €', 'de_DE', 3500, 'CURRENCY'],
    ['-$5', 'en_US', -5, 'CURRENCY'],
    ['(5)', 'en_US', -5, undefined],
    ['1e3', 'en_US', 1000, 'SCIENTIFIC'],
    ['0042', 'en_US', 42, undefined],
    ["'0042", 'en_US', '0042', undefined],
    ['true', 'en_US', true, undefined],
    ['Q3 2026', 'en_US', 'Q3 2026', undefined],
    ['+31 20 123 4567', 'nl_NL', '+31 20 123 4567', undefined],
    ['5 days', 'en_US', '5 days', undefined],
    ['', 'en_US', '', undefined],
  ])('%s in %s', (text, locale, value, type) => {
    const parsed = parseUserEntered(text, locale);
    if (typeof value === 'number') expect(parsed.value).toBeCloseTo(value, 9);
    else expect(parsed.value).toBe(value);
    expect(parsed.numberFormat?.type).toBe(type);
  });

  it.each([
    ['$100.15', 'en_US', '"$"#,##0.00'],
    ['€5', 'en_US', '[$€]#,##0'],
    ['3.500,00 €', 'de_DE', '#,##0.00\\ "€"'],
    ['1-2', 'en_US', 'm-d'],
    ['May 5', 'en_US', 'mmmm d'],
    ['Sep 5, 2026', 'en_US', 'mmm d, yyyy'],
    ['10:30 PM', 'en_US', 'hh:mm am/pm'],
  ])('%s in %s is shown as it was written', (text, locale, pattern) => {
    expect(parseUserEntered(text, locale).numberFormat?.pattern).toBe(pattern);
  });

  it('takes formulas as formulas', () => {
    expect(parseUserEntered('=A1', 'en_US').value).toEqual({ formula: '=A1' });
  });
});
