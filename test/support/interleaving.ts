import { expect } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { generations } from './generations.ts';
import { memoryService, type Stage } from './memory-service.ts';
import { activityOf, apply, type Edit, NAMES } from './rep-edits.ts';
import { interleave } from './turnstile.ts';

export interface Interleaving {
  readonly rows: readonly (readonly Cell[])[];
  /** The workbook was never read before. */
  readonly fresh: boolean;
  /** Workbooks in the store; each has actors of its own. */
  readonly books: number;
  /** The stages that each actor runs in turn. */
  readonly actors: readonly (readonly Stage[])[];
  /** Who of those that wait goes next, turn by turn. */
  readonly order: readonly number[];
  /** What the rep does before the `at`th call. */
  readonly edits: readonly { readonly at: number; readonly edit: Edit }[];
  /** Calls before which the clock moves on to the next day. */
  readonly midnights: readonly number[];
  /**
   * Rows are typed and so many days pass; then the rep takes them out again before the first call that is named here, while
   * sweeps run beside everything else: what they find to be garbage is put again. The clock stood still until then, so
   * which root followed which cannot be told by their times: as when a run that was overtaken puts its root late.
   */
  readonly sweepAfter?: { readonly days: number; readonly undoAt: number };
}

const NOON = Date.parse('2026-02-02T11:00:00Z');
const DAY = 86_400_000;
const SWEEPS: readonly Stage[] = ['sweep', 'sweep'];

/** Runs it, and holds what must always hold after every call that could break it. */
export async function runInterleaving(one: Interleaving): Promise<{ generations: number; publications: number }> {
  const names = ['first', 'second'].slice(0, one.books);
  const service = memoryService(
    NOON,
    Object.fromEntries(names.map((name) => [name, { Activity: [[...NAMES, 'Check'], ...one.rows] }])),
  );
  const watched = names.map((workbook) => ({ workbook, ...generations(service, workbook) }));
  for (const { workbook, snapshot } of watched) {
    if (!one.fresh) await service.settle(workbook);
    snapshot();
  }
  const before = one.rows.map((row) => [...row]);
  if (one.sweepAfter) {
    for (const { workbook, snapshot } of watched) {
      const { rows } = activityOf(service.sheet(workbook));
      rows.push(...one.rows.slice(0, 4).map((row) => [...row]));
      snapshot();
      await service.settle(workbook);
      snapshot();
    }
    service.now += one.sweepAfter.days * DAY;
  }
  const actors = watched.flatMap(({ workbook, watch }) =>
    [...one.actors, ...(one.sweepAfter ? [SWEEPS] : [])].map((stages) => async (gate: Parameters<typeof watch>[0]) => {
      for (const stage of stages) {
        const around = watch(gate);
        await service.run(stage, workbook, around).finally(around.done);
      }
    }),
  );
  let calls = 0;
  const results = await interleave(actors, one.order, (call) => {
    calls = call;
    if (one.midnights.includes(call)) service.now += DAY / 2;
    else service.now += 1000;
    if (call === one.sweepAfter?.undoAt) {
      for (const { workbook, snapshot } of watched) {
        const { rows } = activityOf(service.sheet(workbook));
        rows.splice(1, rows.length, ...before.map((row) => [...row]));
        snapshot();
      }
    }
    for (const { at, edit } of one.edits) {
      // Whoever works in several workbooks edits them in turn.
      const book = watched[call % watched.length];
      if (at !== call || !book || (one.fresh && edit.what === 'rename')) continue;
      // Before the first verdicts were written, no named range moves along with their column.
      if (edit.what.endsWith('column') && one.fresh && book.readsToCheck() > 0) continue;
      apply(service.sheet(book.workbook), edit);
      book.snapshot();
    }
  });
  expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))).toEqual([]);
  expect(calls).toBeGreaterThan(0);
  const counts = { generations: 0, publications: 0 };
  for (const { workbook, verify, ended } of watched) {
    await verify();
    await service.settle(workbook);
    const seen = await ended();
    counts.generations += seen.generations;
    counts.publications += seen.publications;
    expect(activityOf(service.sheet(workbook)).rows.length).toBeGreaterThan(0);
  }
  return counts;
}
