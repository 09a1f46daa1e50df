import { expect, it } from 'vitest';
import { renderValue } from '../../local/sheets-server/number-format.ts';

it.each([
  ['[hh]:[mm]:[ss].000', 0.1345052777777778, '03:13:41.256'],
  ['[h]:[mm]', 1.5, '36:00'],
  ['yyyy-mm-dd', 1, '1899-12-31'],
  ['yyyy-mm-dd', 60, '1900-02-28'],
  ['"$"#,##0.00', -5, '-$5.00'],
])('%s of %d', (pattern, value, shown) => {
  expect(renderValue(value, { numberFormat: { type: 'NUMBER', pattern } }, 'en_US')).toBe(shown);
});
