import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnRequest } from '../../lambdas/sheets/write-column.ts';

const request = (cells: readonly (readonly [number, string])[]) => columnRequest(7, 3, new Map(cells));

describe('a column write', () => {
  test('is one range with nulls for the cells between', () => {
    expect(
      request([
        [4, 'b'],
        [2, 'a'],
        [7, ''],
      ]),
    ).toEqual({
      valueInputOption: 'RAW',
      data: [
        {
          dataFilter: {
            gridRange: { sheetId: 7, startRowIndex: 2, endRowIndex: 8, startColumnIndex: 3, endColumnIndex: 4 },
          },
          majorDimension: 'COLUMNS',
          values: [['a', null, 'b', null, null, '']],
        },
      ],
    });
  });

  test('is several ranges of one request where the cells are far apart', () => {
    const { data } = request([
      [1, 'a'],
      [100_000, 'b'],
    ]);
    expect(data?.map(({ values }) => values)).toEqual([[['a']], [['b']]]);
  });

  test('holds exactly the cells asked for, in one column', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3000), fc.string())), (cells) => {
        const wanted = new Map(cells);
        const written = new Map<number, unknown>();
        for (const { dataFilter, values } of columnRequest(7, 3, wanted).data ?? []) {
          const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = dataFilter?.gridRange ?? {};
          expect([startColumnIndex, endColumnIndex]).toEqual([3, 4]);
          expect(values?.[0]).toHaveLength((endRowIndex ?? 0) - (startRowIndex ?? 0));
          values?.[0]?.forEach((value: unknown, index: number) => {
            if (value !== null) written.set((startRowIndex ?? 0) + index, value);
          });
        }
        expect(written).toEqual(wanted);
      }),
    );
  });
});
