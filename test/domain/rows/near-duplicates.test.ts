import { describe, expect, test } from 'vitest';
import { nearDuplicates, nearKey } from '../../../lambdas/domain/rows/near-duplicates.ts';

describe('near-duplicates', () => {
  test.each([
    ['Acme', 'ACME Inc.'],
    ['Acme', 'ACME, Inc.'],
    ['Acme', 'A.C.M.E.'],
    ['Acme', 'Acme B.V.'],
    ['Acme', 'Acme N.V.'],
    ['Acme', 'Acme S.p.A.'],
    ['Acme', 'ACME GmbH & Co. KG'],
    ['Acme', 'Ａｃｍｅ Co., Ltd.'],
    ['Holding', 'HOLDING!'],
    ['Smith-Jones', 'Smith Jones LLC'],
    ["O'Brien", 'OBrien'],
    ['ירדן', 'ירדן Ltd'],
    ['हिन्दी', 'हिन्दी Ltd'],
  ])('%s and %s', (a, b) => {
    expect(nearKey(a)).toBe(nearKey(b));
    expect(nearDuplicates([b, a])).toEqual([[a, b].sort()]);
  });

  test.each([
    ['Acme', 'Acme North'],
    ['Acme', 'Acne'],
    ['Acme 1', 'Acme 2'],
    ['Holding', 'Group'],
    ['कि', 'का'],
    ['🚀', '🔥'],
    ['!!', '??'],
    ['constructor', '__proto__'],
  ])('not %s and %s', (a, b) => {
    expect(nearDuplicates([a, b])).toEqual([]);
  });

  test('are not the spellings that are one prospect anyway', () => {
    expect(nearDuplicates(['Acme', 'ACME', ' acme '])).toEqual([]);
    expect(nearDuplicates(['acme', 'Acme', 'ACME inc', 'Acme Inc'])).toEqual([['ACME inc', 'Acme']]);
  });

  test('are named by the first spelling in order of text, of however many', () => {
    for (const typed of [
      ['acme', 'ACME', 'Acme', 'acme ltd'],
      ['ACME', 'acme ltd', 'acme', 'Acme'],
    ])
      expect(nearDuplicates(typed)).toEqual([['ACME', 'acme ltd']]);
    expect(nearDuplicates(['B Ltd', 'b', 'C', 'C.', 'a', 'A ltd'])).toEqual([
      ['A ltd', 'a'],
      ['B Ltd', 'b'],
      ['C', 'C.'],
    ]);
  });

  test('come in groups, sorted', () => {
    expect(nearDuplicates(['Zed', 'Zed BV', 'Acme Ltd', 'Beta', 'Acme', 'Acme Inc'])).toEqual([
      ['Acme', 'Acme Inc', 'Acme Ltd'],
      ['Zed', 'Zed BV'],
    ]);
  });
});
