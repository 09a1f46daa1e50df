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
