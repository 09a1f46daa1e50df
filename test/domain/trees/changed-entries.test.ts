import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedEntries } from '../../../lambdas/domain/trees/changed-entries.ts';

/** Texts with everything that could look like the end of an entry or of a key. */
const texts = fc.string({
  unit: fc.constantFrom('a', 'b', '"', '\\', '[', ']', ',', '],[', ']]],[', '\u001f', 'é', '\ud800'),
});
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const stored = (entries: ReadonlyMap<string, unknown>): string =>
  JSON.stringify([...entries].sort(([a], [b]) => byText(a, b)));

/** What it is the same as. */
function parsedAndChanged<V>(before: ReadonlyMap<string, V>, changes: ReadonlyMap<string, V | undefined>): string {
  const after = new Map(before);
  for (const [key, value] of changes) value === undefined ? after.delete(key) : after.set(key, value);
  return stored(after);
}

function check<V>(values: fc.Arbitrary<V>, end?: ']]]'): void {
  const maps = (value: fc.Arbitrary<V | undefined>) =>
    fc.array(fc.tuple(texts, value), { maxLength: 30 }).map((all) => new Map(all));
  fc.assert(
    fc.property(maps(values), maps(fc.option(values, { nil: undefined })), fc.nat(30), (before, some, kept) => {
      // Also keys that are there.
      const changes = new Map([
        ...some,
        ...[...before.keys()].slice(kept).map((key, i) => [key, [...some.values()][i]] as const),
      ]);
      const known = before as ReadonlyMap<string, V>; // of `values` alone
      const body = stored(known);
      const seen: unknown[] = [];
      const note = (value: V | undefined, by: V | undefined): V | undefined => {
        seen.push(value);
        return by;
      };
      const after = changedEntries(body, changes, note, end);
      expect(after).toBe(parsedAndChanged(known, changes));
      expect(seen).toEqual([...changes.keys()].sort(byText).map((key) => known.get(key)));
    }),
    { numRuns: 500 },
  );
}

test('counts are changed as if all had been parsed', () => check(fc.integer()));
test('texts are', () => check(texts));
test('lists of texts are', () => check(fc.array(texts, { maxLength: 3 })));
test('lists of lists that begin with a text are, where the end says so', () =>
  check(fc.array(fc.tuple(texts, fc.nat()), { minLength: 1, maxLength: 3 }), ']]]'));

test('what is not changed is not parsed', () => {
  const add = (stored = 0, more: number): number => stored + more;
  expect(
    changedEntries(
      '[["a",1],["b",??],["c",3]]',
      new Map([
        ['c', 4],
        ['d', 5],
      ]),
      add,
    ),
  ).toBe('[["a",1],["b",??],["c",7],["d",5]]');
});

test.each(['', '[]'])('nothing stored ("%s") is an empty list', (body) => {
  expect(changedEntries(body, [], () => 1)).toBe('[]');
  expect(changedEntries(body, [['a', 1]], () => 1)).toBe('[["a",1]]');
  expect(changedEntries('[["a",1]]', [['a', 1]], () => undefined)).toBe('[]');
});
