import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowChange } from '../../../lambdas/domain/source/row-changes.ts';

const between = (before: string[] | undefined, after: string[] | undefined) =>
  rowChange(
    { day: 46342, rep: 'Jane', before: before && 'old', after: after && 'new' },
    (leaf) => (leaf === 'old' ? before : after) ?? [],
  );

test.each([
  ['a rep-day that came', undefined, ['a', 'a'], [], ['a', 'a'], undefined],
  ['a rep-day that went', ['a', 'b'], undefined, ['a', 'b'], [], undefined],
  ['an edit', ['a', 'b'], ['a', 'c'], ['b'], ['c'], undefined],
  ['one more equal row', ['a', 'a', 'b'], ['a', 'a', 'a', 'b'], [], ['a'], [['a', 2]]],
  ['one equal row less', ['a', 'a', 'a'], ['a', 'a', 'b'], ['a'], ['b'], [['a', 2]]],
] as const)('%s', (_, before, after, removed, added, stayed) => {
  expect(between(before && [...before], after && [...after])).toEqual({
    day: 46342,
    rep: 'Jane',
    removed,
    added,
    ...(stayed && { stayed: new Map(stayed) }),
  });
});

test('of a leaf that is not read yet nothing is said', () => {
  const repDay = { day: 46342, rep: 'Jane', before: 'old', after: 'new' };
  for (const known of ['old', 'new', ''])
    expect(rowChange(repDay, (leaf) => (leaf === known ? ['a'] : undefined))).toEqual({
      ...{ day: 46342, rep: 'Jane', removed: [], added: [] },
    });
});

test('what was, less what is gone, with what is new, is what is; and what stayed stands on both sides', () => {
  const rows = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((lines) => lines.sort());
  const count = (lines: readonly string[], line: string): number => lines.filter((other) => other === line).length;
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const { removed, added, stayed } = between(before, after);
      for (const line of ['a', 'b', 'c']) {
        const both = Math.min(count(before, line), count(after, line));
        expect(count(removed, line)).toBe(count(before, line) - both);
        expect(count(added, line)).toBe(count(after, line) - both);
        const changed = count(removed, line) + count(added, line) > 0;
        expect(stayed?.get(line) ?? 0).toBe(changed ? both : 0);
      }
    }),
  );
});

test('many equal rows are gone through once, however many of them come', () => {
  let looks = 0;
  const counting = (lines: string[]): string[] =>
    new Proxy(lines, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
        return Reflect.get(target, key) as unknown;
      },
    });
  const equal = (count: number) => counting(new Array<string>(count).fill('a'));
  const { added, stayed } = between(equal(1000), equal(3000));
  expect([added.length, stayed?.get('a')]).toEqual([2000, 1000]);
  expect(looks).toBeLessThan(10_000);
});
