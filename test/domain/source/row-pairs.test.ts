import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIVITY_COLUMNS, AT } from '../../../lambdas/domain/rows/activity-columns.ts';
import { cellsOf, type RowLine } from '../../../lambdas/domain/rows/row-line.ts';
import { pairRows } from '../../../lambdas/domain/source/row-pairs.ts';
import { type Cells, GOOD, line } from '../../support/rows.ts';

const row = (cells: Cells = {}): RowLine => line({ ...GOOD, ...cells });

describe('pairs of rows', () => {
  test.each<[string, Cells]>([
    ['the date', { date: 46343 }],
    ['the rep', { rep: 'Fred' }],
    ['an outcome that was blank', { outcome: 'Busy' }],
    ['the last column', { notes: 'called' }],
    ['a cell that was wiped', { prospect: '' }],
    ['the first and the last column', { date: '', notes: 'x' }],
    ['two columns', { rep: 'Fred', outcome: 'Busy' }],
  ])('an edit of %s', (_, edit) => {
    expect(pairRows([row()], [row(edit)])).toEqual({
      pairs: [{ gone: row(), added: row(edit) }],
      gone: [],
      added: [],
    });
  });

  test('three columns make another row', () => {
    const other = row({ rep: 'Fred', outcome: 'Busy', notes: 'x' });
    expect(pairRows([row()], [other])).toEqual({ pairs: [], gone: [row()], added: [other] });
  });

  test('cells that are the same to a hash are not the same', () => {
    // By search: in the columns of prospect, deal and notes these have the same number.
    const [one, other] = [
      row({ prospect: 'Acme 7pf8', deal: 'Acme 7tzx', notes: 'Acme 7wzx' }),
      row({ prospect: 'Acme orj6', deal: 'Acme i3ad', notes: 'Acme a6cd' }),
    ];
    expect(pairRows([one], [other])).toEqual({ pairs: [], gone: [one], added: [other] });
    // One whose key is the same stands before the one that is meant.
    const edited = row({ prospect: 'Acme 7pf8', deal: 'Acme 7tzx', notes: 'Acme 7wzx', rep: 'Fred' });
    expect(pairRows([one], [other, edited])).toEqual({
      pairs: [{ gone: one, added: edited }],
      gone: [],
      added: [other],
    });
  });

  test('one column comes before two, whatever the order', () => {
    const near = row({ notes: 'z' });
    const far = row({ date: 1, notes: 'a' });
    for (const added of [
      [near, far],
      [far, near],
    ]) {
      expect(pairRows([row()], added)).toEqual({ pairs: [{ gone: row(), added: near }], gone: [], added: [far] });
    }
  });

  test('the same cells come before an edit: text dates may be read anew, on another day', () => {
    expect(pairRows([row()], [row({ date: '' }), row()])).toEqual({
      pairs: [{ gone: row(), added: row() }],
      gone: [],
      added: [row({ date: '' })],
    });
  });

  test('equal rows are paired as often as they stand there', () => {
    const edited = row({ notes: 'x' });
    expect(pairRows([row(), row(), row()], [edited, edited])).toEqual({
      pairs: [
        { gone: row(), added: edited },
        { gone: row(), added: edited },
      ],
      gone: [row()],
      added: [],
    });
  });

  test('a new row alone, a gone row alone and nothing have no pairs', () => {
    expect(pairRows([], [row()])).toEqual({ pairs: [], gone: [], added: [row()] });
    expect(pairRows([row()], [])).toEqual({ pairs: [], gone: [row()], added: [] });
    expect(pairRows([], [])).toEqual({ pairs: [], gone: [], added: [] });
  });

  test('of one column are found in a bulk change, those of two are not looked for', () => {
    const gone = Array.from({ length: 5001 }, (_, i) => row({ prospect: `P${i}` }));
    const one = Array.from({ length: 5001 }, (_, i) => row({ prospect: `P${i}`, notes: 'x' }));
    const two = Array.from({ length: 5001 }, (_, i) => row({ prospect: `P${i}`, notes: 'x', deal: 'y' }));
    expect(pairRows(gone, one).pairs).toHaveLength(5001);
    expect(pairRows(gone, two).pairs).toHaveLength(0);
  });

  test('lose no row, differ in at most two columns, and leave none that differ in fewer', () => {
    const cell = fc.constantFrom('', 'a', 'b');
    const cells = fc.record({ rep: cell, deal: cell, outcome: cell, notes: cell }).map((typed) => row(typed));
    const differing = (a: RowLine, b: RowLine): number =>
      ACTIVITY_COLUMNS.filter((_, i) => cellsOf(a)[i] !== cellsOf(b)[i]).length;
    const rows = fc.array(cells, { maxLength: 8 });
    fc.assert(
      fc.property(rows, rows, (gone, added) => {
        const paired = pairRows(gone, added);
        expect([...paired.gone, ...paired.pairs.map((pair) => pair.gone)].sort()).toEqual([...gone].sort());
        expect([...paired.added, ...paired.pairs.map((pair) => pair.added)].sort()).toEqual([...added].sort());
        for (const pair of paired.pairs) expect(differing(pair.gone, pair.added)).toBeLessThanOrEqual(2);
        for (const a of paired.gone) for (const b of paired.added) expect(differing(a, b)).toBeGreaterThan(2);
        expect(pairRows([...gone].reverse(), [...added].reverse())).toEqual(paired);
      }),
    );
  });

  test('know every column', () => {
    expect(AT.notes).toBe(ACTIVITY_COLUMNS.length - 1);
  });
});
