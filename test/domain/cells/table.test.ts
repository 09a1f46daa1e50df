import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { readTable, textOf } from '../../../lambdas/domain/cells/table.ts';

const COLUMNS = [
  { field: 'drill', name: 'Drill', required: true },
  { field: 'trains', name: 'Trains', aliases: ['Step'] },
] as const;

describe('a settings tab', () => {
  test('gives the rows below its header, with addresses', () => {
    const { rows, problems } = readTable(
      'Drills',
      [
        ['Our drills'],
        [],
        ['Notes', 'STEP', 'drill'],
        [],
        ['x', 'Ask', 'Objections'],
        [null, ' ', false],
        [1, 'Close'],
      ],
      COLUMNS,
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ cells }) => cells)).toEqual([{ drill: 'Objections', trains: 'Ask' }, { trains: 'Close' }]);
    expect(rows.map((row) => [row.address('drill'), row.address('trains')])).toEqual([
      ['Drills!C5', 'Drills!B5'],
      ['Drills!C7', 'Drills!B7'],
    ]);
  });

  test('names the row where it has no such column', () => {
    const { rows } = readTable('Drills', [['Drill'], ['Objections']], COLUMNS);
    expect(rows[0]?.address('trains')).toBe('Drills!2:2');
  });

  test('has the address of its first column too', () => {
    const { rows } = readTable(
      'Drills',
      [
        ['Trains', 'Drill'],
        ['Ask', 7],
      ],
      COLUMNS,
    );
    expect([rows[0]?.address('trains'), rows[0]?.address('drill')]).toEqual(['Drills!A2', 'Drills!B2']);
    expect(rows[0]?.cells).toEqual({ trains: 'Ask', drill: 7 });
  });

  test.each([undefined, [], [[]], [[null, '', ' ', false]]])('that is blank has no rows and nothing wrong', (grid) => {
    expect(readTable('Drills', grid, COLUMNS)).toEqual({ rows: [], problems: [] });
  });

  test('without a usable header says why', () => {
    expect(
      readTable(
        'Drills',
        [
          ['Drill', 'drill'],
          ['a', 'b'],
        ],
        COLUMNS,
      ),
    ).toMatchObject({
      rows: [],
      problems: [
        {
          address: 'Drills!1:1',
          stop: 'The tab Drills has 2 columns that mean Drill: A1 "Drill" and B1 "drill". Rename all but one, and name that one "Drill".',
          got: 'no usable header',
        },
      ],
    });
  });
});

test.each<[Cell, string]>([
  [' Jane \n Doe ', 'Jane Doe'],
  ['Jane  Doe', 'Jane Doe'],
  ['Jane\u0000\u001fDoe\u007f', 'Jane Doe'],
  ['Ｊａｎｅ', 'Jane'],
  ['Ju\u0308rgen', 'Jürgen'],
  ['👩‍🚀 ירדן', '👩‍🚀 ירדן'],
  [42, '42'],
  [0, '0'],
  [true, 'true'],
  [false, ''],
  [null, ''],
  [undefined, ''],
])('%j is the text %j', (cell, text) => {
  expect(textOf(cell)).toBe(text);
});
