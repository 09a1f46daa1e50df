import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearNames, nearKey } from '../../../lambdas/domain/rows/near-duplicates.ts';

function groupsOf(prospects: readonly string[]): readonly (readonly string[])[] {
  const names = new NearNames();
  for (const prospect of prospects) names.add(prospect);
  return names.duplicates();
}

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
    expect(groupsOf([b, a])).toEqual([[a, b].sort()]);
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
    expect(groupsOf([a, b])).toEqual([]);
  });

  test('are not the spellings that are one prospect anyway', () => {
    expect(groupsOf(['Acme', 'ACME', ' acme '])).toEqual([]);
    expect(groupsOf(['acme', 'Acme', 'ACME inc', 'Acme Inc'])).toEqual([['ACME inc', 'Acme']]);
  });

  test('are named by the first spelling in order of text, of however many', () => {
    for (const typed of [
      ['acme', 'ACME', 'Acme', 'acme ltd'],
      ['ACME', 'acme ltd', 'acme', 'Acme'],
    ])
      expect(groupsOf(typed)).toEqual([['ACME', 'acme ltd']]);
    expect(groupsOf(['B Ltd', 'b', 'C', 'C.', 'a', 'A ltd'])).toEqual([
      ['A ltd', 'a'],
      ['B Ltd', 'b'],
      ['C', 'C.'],
    ]);
  });

  test('come in groups, sorted', () => {
    expect(groupsOf(['Zed', 'Zed BV', 'Acme Ltd', 'Beta', 'Acme', 'Acme Inc'])).toEqual([
      ['Acme', 'Acme Inc', 'Acme Ltd'],
      ['Zed', 'Zed BV'],
    ]);
  });

  const name = fc.constantFrom('Acme', 'ACME', 'Acme Ltd', 'acme ltd', 'A.C.M.E.', 'Birch', 'Birch Inc', '!!', '??');
  test('are those of the names that are left, whatever came and went before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.boolean()), { minLength: 10, maxLength: 40 }), (steps) => {
        const names = new NearNames();
        const there = new Set<string>();
        for (const [prospect, comes] of steps) {
          if (there.has(prospect) === comes) continue;
          if (comes) names.add(prospect);
          else names.remove(prospect);
          if (comes) there.add(prospect);
          else there.delete(prospect);
          expect(names.duplicates()).toEqual(groupsOf([...there]));
        }
      }),
    );
  });
});
