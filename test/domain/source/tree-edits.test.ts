import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowChanges } from '../../../lambdas/domain/source/row-changes.ts';
import { EVER, type RepDay } from '../../../lambdas/domain/source/source-tree.ts';
import { editedTree, type RepDayEdit } from '../../../lambdas/domain/source/tree-edits.ts';
import { buildSourceTree } from '../../support/trees.ts';

interface Row {
  readonly day: number;
  readonly rep: string;
  readonly line: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  day: fc.integer({ min: 46_010, max: 46_070 }),
  rep: fc.constantFrom('Ana', 'Ben', '__proto__'),
  line: fc.constantFrom('a', 'b', 'b2', 'no'),
});
const isRejected = (line: string): boolean => line === 'no';

/** By plain grouping: the rep-days that a sheet with these rows has. */
function repDays(rows: readonly Row[]) {
  const groups = new Map<string, { day: number; rep: string; lines: string[]; rejected: number }>();
  for (const { day, rep, line } of rows) {
    const group = groups.get(`${day}/${rep}`) ?? { day, rep, lines: [], rejected: 0 };
    group.lines.push(line);
    if (isRejected(line)) group.rejected++;
    groups.set(`${day}/${rep}`, group);
  }
  for (const { lines } of groups.values()) lines.sort();
  return [...groups.values()] satisfies RepDay[];
}

describe('a tree that is edited', () => {
  test('is the tree that is built from the rows that are left, and the store can read all of it', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40, size: 'max' }),
        fc.array(row, { maxLength: 12 }),
        fc.array(fc.nat(39), { maxLength: 20 }),
        (rows, added, out) => {
          const items = new Map<string, string>();
          const lookup = (ref: { digest: string }) => items.get(ref.digest);
          const first = editedTree([], repDays(rows).map(addition), isRejected, lookup);
          for (const { digest, body } of first.items) items.set(digest, body);
          expect(first.months).toEqual(buildSourceTree(repDays(rows)).months);

          const taken = new Set(out);
          const edits = [
            ...repDays(rows.filter((_, at) => taken.has(at))).map(({ lines, ...repDay }) => ({
              ...{ ...repDay, added: [], removed: lines },
            })),
            ...repDays(added).map(addition),
          ];
          const merged = mergedByRepDay(edits);
          const second = editedTree(first.months, merged, isRejected, lookup);
          for (const { digest, body } of second.items) items.set(digest, body);
          const left = [...rows.filter((_, at) => !taken.has(at)), ...added];
          expect(second.months).toEqual(buildSourceTree(repDays(left)).months);

          const nothing = { months: [], through: 0 };
          const read = rowChanges(nothing, { months: second.months, through: EVER }, lookup);
          expect(read.flatMap(({ day, rep, added }) => added.map((line) => `${day}/${rep}/${line}`)).sort()).toEqual(
            left.map(({ day, rep, line }) => `${day}/${rep}/${line}`).sort(),
          );
        },
      ),
    );
  });
});

const addition = ({ day, rep, lines }: RepDay) => ({ day, rep, added: lines, removed: [] });

function mergedByRepDay(edits: readonly RepDayEdit[]) {
  const merged = new Map<string, { day: number; rep: string; added: string[]; removed: string[] }>();
  for (const { day, rep, added, removed } of edits) {
    const one = merged.get(`${day}/${rep}`) ?? { day, rep, added: [], removed: [] };
    one.added.push(...added);
    one.removed.push(...removed);
    merged.set(`${day}/${rep}`, one);
  }
  return [...merged.values()];
}
