import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Interleaving, runInterleaving } from '../support/interleaving.ts';
import { columnEdit, orderEdit, rowEdit, typedRow } from '../support/rep-edits.ts';
import { scale, tally } from '../support/tally.ts';
import { serial } from '../support/trees.ts';

const TODAY = serial('2026-02-02');
const DAYS = [TODAY, TODAY, TODAY - 3, TODAY - 10, TODAY + 1];
const at = fc.nat(50);
const edit = fc.oneof(
  { weight: 5, arbitrary: rowEdit(DAYS) },
  { weight: 3, arbitrary: orderEdit },
  { weight: 2, arbitrary: columnEdit },
);
const PIPELINE = ['ingest', 'rollup', 'report'] as const;
const run = fc.constantFrom(
  PIPELINE,
  PIPELINE,
  [...PIPELINE, ...PIPELINE],
  ['ingest', 'ingest', 'rollup'] as const,
  ['report', 'rollup', 'report'] as const,
);

/** One goes on for a while, then another: who waits longest holds the oldest view. */
const order = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 14 })), { minLength: 6, maxLength: 16, size: 'max' })
  .map((bursts) => bursts.flatMap(([who, calls]) => Array<number>(calls).fill(who)));
const few = { minLength: 3, maxLength: 14 };
const interleaving: fc.Arbitrary<Interleaving> = fc.record({
  rows: fc.array(typedRow(DAYS), few),
  fresh: fc.constantFrom(false, false, false, true),
  books: fc.constantFrom(1, 1, 1, 2),
  actors: fc.array(run, { minLength: 2, maxLength: 3, size: 'max' }),
  order,
  edits: fc.array(fc.record({ at, edit }), { minLength: 1, maxLength: 6, size: 'max' }),
  midnights: fc.array(at, { maxLength: 1 }),
});
const swept: fc.Arbitrary<Interleaving> = fc.record({
  rows: fc.array(typedRow(DAYS), few),
  fresh: fc.constant(false),
  books: fc.constant(1),
  actors: fc.constantFrom([PIPELINE], [PIPELINE, PIPELINE]),
  order,
  edits: fc.array(fc.record({ at, edit: rowEdit(DAYS) }), { maxLength: 1 }),
  midnights: fc.constant([]),
  sweepAfter: fc.record({ days: fc.constantFrom(2, 100, 200), undoAt: fc.nat(20) }),
});

async function hold(what: fc.Arbitrary<Interleaving>, numRuns: number) {
  const seen = { generations: 0, publications: 0 };
  await fc.assert(
    fc.asyncProperty(what, async (one) => {
      const { generations, publications } = await runInterleaving(one);
      seen.generations += generations;
      seen.publications += publications;
    }),
    { numRuns },
  );
  tally('interleavings', numRuns);
  // Else there was nothing to see.
  expect(seen.generations).toBeGreaterThan(2 * numRuns);
  expect(seen.publications).toBeGreaterThan(numRuns / 2);
}

describe('stages side by side, a rep at work between any two of their calls', () => {
  test('each visible generation is a snapshot that existed, none goes back, every report is of one generation', () =>
    hold(interleaving, scale(60, 4000)));

  test('a run that is overtaken over midnight knew earlier when a row was first seen: the reports follow', async () => {
    const typed = [TODAY, 'Ana', 'Acme', '', 'Attempt to connect', 'Spoke', '', ''];
    await runInterleaving({
      rows: [typed, typed, [TODAY, 'Ana', 'Acme', '', 'Opportunity', 'Left a message', 2, '']],
      fresh: false,
      books: 1,
      actors: [PIPELINE, PIPELINE, PIPELINE],
      order: [2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      edits: [
        { at: 0, edit: { what: 'sort', column: 'Date', down: true } },
        { at: 9, edit: { what: 'paste', from: 0, to: 10 } },
      ],
      midnights: [27],
    });
  });

  test('a sweep takes nothing that is put again', () => hold(swept, scale(20, 1000)));
});
