import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import type { ReadRow } from '../../../lambdas/domain/rows/read-rows.ts';
import { changeRepDays, type RepDays } from '../../../lambdas/domain/rows/rep-days.ts';
import { day, SHORT_ROW, snapshotOf } from '../../support/rows.ts';

const MONDAY = day('2026-11-16');
const row = fc.tuple(
  fc.constantFrom<Cell>(MONDAY, MONDAY, MONDAY, MONDAY + 1, 'soon'),
  fc.constantFrom<Cell>('Jane', 'Fred'),
  fc.constantFrom<Cell>('Acme', 'Birch', 'Cedar'),
  fc.constantFrom<Cell>('Ask', 'Lunch'),
);

/** What stands in each rep-day, however it came there. */
const told = (repDays: RepDays) =>
  [...repDays.values()]
    .map(({ day, rep, lines, rejected, equal = [] }) => ({
      ...{ day, rep, lines, rejected },
      equal: equal.map((rows) => rows.map(({ line }) => line)),
    }))
    .sort((a, b) => a.day - b.day || (a.rep < b.rep ? -1 : 1));

test('are those of the rows that are there, whatever came and went before', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 20, size: 'max' }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      fc.nat(20),
      (typed, stays, first) => {
        const rows = snapshotOf([SHORT_ROW, ...typed]).rows.filter((one): one is ReadRow => one?.line !== undefined);
        const repDays: RepDays = new Map();
        const [some, others] = [rows.slice(0, first), rows.slice(first)];
        changeRepDays(repDays, some, []);
        const left = rows.filter((one, at) => others.includes(one) || stays[at] !== false);
        const changed = changeRepDays(
          repDays,
          others,
          some.filter((one) => !left.includes(one)),
        );
        for (const repDay of changed.filter(({ lines }) => lines.length > 0))
          expect([...repDays.values()]).toContain(repDay);

        const groups = Map.groupBy(left, ({ repDay }) => repDay);
        const expected = [...groups].map(([name, some]) => {
          const lines = some.map(({ line }) => line).sort();
          const several = Map.groupBy(lines, (line) => line);
          return {
            ...{ ...name, lines },
            rejected: some.filter(({ kind }) => !kind).length,
            equal: [...several.values()].filter((same) => same.length > 1),
          };
        });
        expect(told(repDays)).toEqual(expected.sort((a, b) => a.day - b.day || (a.rep < b.rep ? -1 : 1)));
        for (const { rows: all, lines } of repDays.values()) expect(all.map(({ line }) => line)).toEqual(lines);
      },
    ),
  );
});

test('without equal rows none are told, and a rep-day without a change is the same object', () => {
  const rows = snapshotOf([SHORT_ROW, [MONDAY, 'Jane', 'Acme', 'Ask'], [MONDAY, 'Fred', 'Birch', 'Ask']]).rows;
  const [, jane, fred] = rows as [undefined, ReadRow, ReadRow]; // two were typed
  const repDays: RepDays = new Map();
  changeRepDays(repDays, [jane, fred], []);
  const before = repDays.get(fred.repDay);
  expect(before && 'equal' in before).toBe(false);
  expect(changeRepDays(repDays, [], [jane])).toMatchObject([{ ...jane.repDay, lines: [], rejected: 0 }]);
  expect([...repDays.values()]).toEqual([before]);
  expect(repDays.get(fred.repDay)).toBe(before);
});
