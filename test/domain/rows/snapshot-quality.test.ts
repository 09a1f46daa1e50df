import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { UNDATED } from '../../../lambdas/domain/days/day.ts';
import { qualityOf } from '../../../lambdas/domain/rows/snapshot-quality.ts';
import { day, rules, SHORT_ROW, snapshotOf } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const qualityOfRows = (...rows: readonly (readonly Cell[])[]) =>
  qualityOf(snapshotOf([SHORT_ROW, ...rows], rules({ tabs: { Team: [['Rep'], ['Jane']] } })));

describe('the quality of a snapshot', () => {
  test('counts rows once, problems each, and lists what Health shows', () => {
    expect(
      qualityOfRows(
        [MONDAY, 'Jane', 'Acme', 'Follow-up'],
        [MONDAY, 'SAM', 'ACME, Inc.', 'Attempt', 'Chatted'],
        [MONDAY, 'sam', 'acme', 'Attempt', 'chatted'],
        [MONDAY, 'sam', 'Beta', 'Attempt', 'Demo'],
        [MONDAY + 400, 'Jane', 'Beta', 'Follow-up'],
        [MONDAY, 'Jane', '', 'Lunch'],
        ['', 'Jane', '', 'Ask'],
      ),
    ).toEqual({
      rows: 7,
      rejected: 2,
      flagged: 3,
      problems: { 'activity unknown': 1, 'no date': 1, 'no prospect': 1, 'outcome unknown': 3, 'rep not on Team': 3 },
      rejectedRows: [
        {
          day: MONDAY,
          rep: 'Jane',
          prospect: '',
          activity: 'Lunch',
          problems: [
            {
              kind: 'activity unknown',
              got: 'Lunch',
            },
          ],
        },
        {
          day: UNDATED,
          rep: 'Jane',
          prospect: '',
          activity: 'Ask',
          problems: [
            { kind: 'no date', got: '' },
            { kind: 'no prospect', got: '' },
          ],
        },
      ],
      unknownOutcomes: [
        ['Chatted', 2],
        ['Demo', 1],
      ],
      nearDuplicates: [['ACME, Inc.', 'Acme']],
      names: { 'r:sam': 'sam' },
    });
  });

  test('lists the newest 500 rejected rows and counts all', () => {
    const rows = Array.from({ length: 600 }, (_, i) => [MONDAY - i, 'Jane', `P${i}`, 'Lunch']);
    const { rejected, rejectedRows } = qualityOfRows(...rows);
    expect([rejected, rejectedRows.length, rejectedRows[0]?.prospect, rejectedRows[499]?.prospect]).toEqual([
      600,
      500,
      'P0',
      'P499',
    ]);
  });

  test('lists the first 50 groups of prospects that may be one, and says how many more there are', () => {
    const number = (i: number): string => String(i).padStart(2, '0');
    const rows = Array.from({ length: 60 }, (_, i) => [
      [MONDAY, 'Jane', `P${number(i)}`, 'Ask'],
      [MONDAY, 'Jane', `P${number(i)} Ltd`, 'Ask'],
    ]).flat();
    const { nearDuplicates, nearDuplicatesMore } = qualityOfRows(...rows);
    expect(nearDuplicates).toHaveLength(50);
    expect(nearDuplicates[49]).toEqual(['P49', 'P49 Ltd']);
    expect(nearDuplicatesMore).toBe(10);
    expect(qualityOfRows(...rows.slice(0, 100))).not.toHaveProperty('nearDuplicatesMore');
  });

  test('lists outcomes by rows and then by name, each as its first spelling; names as most rows have them', () => {
    const rows = [
      ...['Zoom', 'zoom', 'Yes', 'Maybe', 'MAYBE', 'maybe', 'Later', 'Ask', 'ask'].map((outcome) => [outcome, 'Zoe']),
      ...['No', 'no'].map((outcome) => [outcome, 'ZOE']),
    ].map(([outcome = '', rep = '']) => [MONDAY, rep, 'Acme', 'Attempt', outcome]);
    const more = ['bob', 'BOB', 'Bob', 'al', 'AL', 'al'].map((rep) => [MONDAY, rep, 'Acme', 'Follow-up']);
    for (const all of [[...rows, ...more], [...rows, ...more].toReversed()]) {
      const { unknownOutcomes, names } = qualityOfRows(...all);
      expect(unknownOutcomes).toEqual([
        ['MAYBE', 3],
        ['Ask', 2],
        ['No', 2],
        ['Zoom', 2],
        ['Later', 1],
        ['Yes', 1],
      ]);
      expect(Object.entries(names)).toEqual([
        ['r:al', 'al'],
        ['r:bob', 'BOB'],
        ['r:zoe', 'Zoe'],
      ]);
    }
  });

  test('counts problems in the order of their names; of rejected rows the newest first, then by their text', () => {
    const rows = [
      [MONDAY, 'Jane', 'B', 'Lunch'],
      [MONDAY + 1, 'Jane', 'Z', 'Lunch'],
      [MONDAY, 'Jane', 'A', 'Lunch'],
      [MONDAY, 'Jane', 'C', 'Lunch'],
      ['', 'Jane', 'D', 'Ask'],
      [MONDAY, 'Jane', '', 'Ask'],
      [MONDAY, 'Jane', 'E', 'Attempt', 'Chatted'],
    ];
    for (const all of [rows, rows.toReversed()]) {
      const { problems, rejectedRows } = qualityOfRows(...all);
      const kinds = ['activity unknown', 'no date', 'no prospect', 'outcome unknown'];
      expect(Object.keys(problems)).toEqual(kinds);
      expect(rejectedRows.map(({ prospect }) => prospect)).toEqual(['Z', '', 'A', 'B', 'C', 'D']);
    }
  });

  test('takes any name', () => {
    const { names, unknownOutcomes } = qualityOfRows([MONDAY, '__proto__', 'constructor', 'fu', '__proto__']);
    expect(Object.entries(names)).toEqual([['r:__proto__', '__proto__']]);
    expect(unknownOutcomes).toEqual([['__proto__', 1]]);
  });

  test('of an empty tab is spotless', () => {
    expect(qualityOfRows()).toEqual({
      rows: 0,
      rejected: 0,
      flagged: 0,
      problems: {},
      rejectedRows: [],
      unknownOutcomes: [],
      nearDuplicates: [],
      names: {},
    });
  });

  test('does not depend on the order of rows', () => {
    const row = fc.tuple(
      fc.constantFrom<Cell>(MONDAY, MONDAY + 1, '', 'x'),
      fc.constantFrom<Cell>('Jane', 'sam', 'SAM', 'Sam', ''),
      fc.constantFrom<Cell>('Acme', 'ACME', 'Acme Inc', 'acme inc.', ''),
      fc.constantFrom<Cell>('Attempt', 'Lunch', 'fu', ''),
      fc.constantFrom<Cell>('Chatted', 'chatted', 'Demo', 'busy', ''),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 15 }), (rows) => {
        const quality = qualityOfRows(...rows);
        expect(JSON.stringify(qualityOfRows(...[...rows].reverse()))).toBe(JSON.stringify(quality));
        expect(quality.rows).toBe(rows.filter((cells) => cells.some((cell) => cell !== '')).length);
      }),
    );
  });
});
