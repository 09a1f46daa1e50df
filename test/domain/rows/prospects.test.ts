import { expect, test } from 'vitest';
import { prospectsOf } from '../../../lambdas/domain/rows/prospects.ts';
import { day, SHORT_ROW, snapshotOf } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const rowsOf = (...prospects: readonly string[]) =>
  snapshotOf([SHORT_ROW, ...prospects.map((prospect) => [MONDAY, 'Jane', prospect, 'Follow-up'])]).rows;

test('how many accepted rows name each, as typed', () => {
  const rejected = snapshotOf([SHORT_ROW, ['soon', 'Jane', 'Dune', 'Ask']]).rows;
  const found = prospectsOf([...rowsOf('Acme', 'Birch', 'ACME', 'Acme'), ...rejected]);
  expect([...found].sort()).toEqual([
    ['ACME', 1],
    ['Acme', 2],
    ['Birch', 1],
  ]);
});

test('with rows that came and others that are gone they are those of what is there now; the ones before stay', () => {
  const before = prospectsOf(rowsOf('Acme', 'Acme', 'Birch', 'Cedar'));
  const after = prospectsOf(rowsOf('Elm', 'Birch'), rowsOf('Acme', 'Cedar'), before);
  expect([...after].sort()).toEqual([...prospectsOf(rowsOf('Acme', 'Birch', 'Birch', 'Elm'))].sort());
  expect(before.get('Acme')).toBe(2);
});

test('a row that went and came back, in whichever order, is there', () => {
  const before = prospectsOf(rowsOf('Acme'));
  expect([...prospectsOf(rowsOf('Acme'), rowsOf('Acme'), before)]).toEqual([['Acme', 1]]);
  expect([...prospectsOf([], rowsOf('Acme'), before)]).toEqual([]);
});
