import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnRequest } from '../../lambdas/sheets/write-column.ts';

describe('a column write', () => {
  test('is one column of the named range, with nulls for the cells that stay', () => {
    const cells = new Map([
      [4, 'b'],
      [2, 'a'],
      [7, ''],
    ]);
    expect(columnRequest(cells)).toEqual({
      valueInputOption: 'RAW',
      data: [
        {
          range: 'leadsheet_check',
          majorDimension: 'COLUMNS',
          values: [[null, null, 'a', null, 'b', null, null, '']],
        },
      ],
    });
  });

  test('holds exactly the cells asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3000), fc.string()), { minLength: 1 }), (cells) => {
        const wanted = new Map(cells);
        const [values] = columnRequest(wanted).data?.[0]?.values ?? [];
        const written = (values ?? []).flatMap((value: unknown, row: number) => (value === null ? [] : [[row, value]]));
        expect(new Map(written as [number, string][])).toEqual(wanted);
      }),
    );
  });
});
