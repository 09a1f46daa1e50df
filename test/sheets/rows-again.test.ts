import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { ScannedRows } from '../../lambdas/sheets/row-list.ts';
import { scanAnswer } from '../../lambdas/sheets/scan-answer.ts';

type Rows = readonly (readonly Cell[])[];
const answer = (rows: Rows): Buffer => Buffer.from(JSON.stringify({ valueRanges: [{ valueRange: { values: rows } }] }));

/** The rows of `after`, read beside `before`. */
function readAgain(before: Rows, after: Rows): ScannedRows {
  const body = answer(before);
  const [rows] = scanAnswer(body)?.tabs ?? [];
  const [again] = scanAnswer(answer(after), rows && { body, bounds: rows.bounds })?.tabs ?? [];
  if (!again) throw new Error('no rows were found');
  return again;
}

const foundAgain = ({ again }: ScannedRows): number => again.reduce((sum, { from, to }) => sum + to - from, 0);

const cell = fc.constantFrom<Cell>('a', '"', '\\', '],[', ']', '[[', '✓', 'ירדן', '👩‍🚀', 'a\nb', '', 1, 2.5, true);
const rows = fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 30 });
const edit = fc.record({ at: fc.nat(90), gone: fc.nat(12), came: fc.array(fc.array(cell), { maxLength: 5 }) });

describe('rows that are read beside an earlier answer', () => {
  test('are those that are found without it, and the ones found again are of the same bytes', () => {
    fc.assert(
      fc.property(rows, fc.nat(3), fc.array(edit, { maxLength: 4 }), (some, times, edits) => {
        const before = Array.from({ length: times }, () => some).flat();
        const after = edits.reduce<Rows>((all, { at, gone, came }) => all.toSpliced(at, gone, ...came), before);
        const again = readAgain(before, after);
        expect(again.bounds).toEqual(scanAnswer(answer(after))?.tabs[0]?.bounds);
        for (const { row, from, to } of again.again) {
          expect(to).toBeGreaterThan(from);
          expect(after.slice(row, row + to - from)).toEqual(before.slice(from, to));
        }
        const earlier = again.again.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n));
        expect(earlier, 'each once, in their order').toEqual([...new Set(earlier)].sort((a, b) => a - b));
      }),
    );
  });

  const LONG: Rows = Array.from({ length: 5000 }, (_, at) => [at, `row "${at}"`, 'x'.repeat(at % 90)]);
  test.each<[string, Rows, number]>([
    ['nothing was typed', LONG, 5000],
    ['every tenth row was edited', LONG.map((row, at) => (at % 10 ? row : [...row, '✓'])), 4500],
    ['two beside each other were', LONG.with(70, ['new']).with(71, ['new']), 4998],
    ['some were inserted', LONG.toSpliced(900, 0, ['new'], ['newer'], ['newest']), 5000],
    ['one was inserted above all', [['new'], ...LONG], 5000],
    ['some were deleted', LONG.toSpliced(900, 8), 4990],
    ['one was deleted at the end', LONG.slice(0, -1), 4999],
    ['some were appended', [...LONG, ['new'], ['newer']], 5000],
    ['one was edited, and one below it deleted', LONG.with(70, ['new']).toSpliced(80, 1), 4996],
    ['all are others', LONG.map(() => ['new']), 0],
    // Looked up one by one, by who asks for the rest.
    ['more were inserted than one looks past', LONG.toSpliced(900, 0, ...LONG.slice(0, 70).map(() => ['new'])), 900],
  ])('are found again: %s', (_, after, found) => {
    expect(foundAgain(readAgain(LONG, after))).toBe(found);
  });

  test('are found in the tab that has them, also when others stand before it', () => {
    const body = answer(LONG);
    const [before] = scanAnswer(body)?.tabs ?? [];
    const both = { valueRanges: [{ valueRange: { values: [['Rep'], ['Team']] } }, { valueRange: { values: LONG } }] };
    const scanned = scanAnswer(Buffer.from(JSON.stringify(both)), before && { body, bounds: before.bounds });
    expect(scanned?.tabs.map(foundAgain)).toEqual([0, 5000]);
  });
});
