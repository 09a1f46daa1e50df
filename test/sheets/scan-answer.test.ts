import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { scanAnswer } from '../../lambdas/sheets/scan-answer.ts';

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(
    '',
    '"',
    '\\',
    '\\"',
    '],[',
    '[[',
    '{"values":[["x"]]}',
    '\u2028',
    '✓',
    'ירדן',
    '👩‍🚀',
    '\ud83d',
    'a\nb',
  ),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
const answer = fc
  .array(fc.record({ id: fc.nat(9), values: fc.option(grid, { nil: undefined }), first: fc.boolean() }), {
    maxLength: 4,
  })
  .map((tabs) => ({
    valueRanges: tabs.map(({ id, values, first }) => {
      const dataFilters = [{ gridRange: { sheetId: id } }];
      const valueRange = values === undefined ? {} : { values };
      return first ? { dataFilters, valueRange } : { valueRange, dataFilters };
    }),
  }));

describe('an answer of Sheets', () => {
  test('is taken apart into its rows and what is around them, also when it is printed over many lines', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom(undefined, 1, '\t'), (given, indent) => {
        const body = Buffer.from(JSON.stringify(given, null, indent));
        const scanned = scanAnswer(body);
        const frame = JSON.parse(scanned?.frame ?? '') as { valueRanges: { valueRange: { values?: unknown[] } }[] };
        // Put together again, it is what a parser reads.
        for (const { valueRange } of frame.valueRanges) {
          if (!valueRange.values) continue;
          const bounds = scanned?.tabs[Number(valueRange.values[0])]?.bounds ?? new Int32Array();
          valueRange.values = [];
          for (let at = 0; at < bounds.length; at += 2)
            valueRange.values.push(JSON.parse(body.toString('utf8', bounds[at], bounds[at + 1])));
        }
        expect(frame).toEqual(JSON.parse(body.toString('utf8')));
      }),
    );
  });

  test('that is cut off anywhere is not taken apart', () => {
    const body = Buffer.from(
      JSON.stringify({ valueRanges: [{ valueRange: { values: [['a]"'], ['b', 1]] } }, { x: [] }] }),
    );
    for (let length = 0; length < body.length; length++) {
      const scanned = scanAnswer(body.subarray(0, length));
      if (scanned) expect(() => JSON.parse(scanned.frame)).toThrow();
    }
  });

  test('with something else than rows in a tab is for a parser to judge', () => {
    expect(scanAnswer(Buffer.from('{"valueRanges":[{"valueRange":{"values":[{"a":1}]}}]}'))).toBeUndefined();
    expect(scanAnswer(Buffer.from('{"valueRanges":[{"valueRange":{"values":[7]}}]}'))).toBeUndefined();
  });
});
