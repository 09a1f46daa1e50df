import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inputs } from '../../lambdas/domain/inputs/rules.ts';
import { itemOf } from '../../lambdas/domain/source/source-tree.ts';
import { derivedRootRef } from '../../lambdas/domain/weeks/derived-tree.ts';
import type { RolledUp } from '../../lambdas/rollup/plan-rollup.ts';
import {
  activityLog,
  cellsOfRow,
  FIRST_MONDAY,
  LOG_DAYS,
  type LogRow,
  logRow,
  REJECTED_ROWS,
} from '../support/activity-logs.ts';
import { Items, inputsWith, rollUp, withSettings } from '../support/trees.ts';

const asOfDay = (day: number): string => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
const digestOf = ({ root }: RolledUp): string => itemOf(derivedRootRef, JSON.stringify(root)).digest;

/** Rules under which the same rows mean other figures. */
const RULES: readonly Inputs[] = [
  inputsWith(),
  withSettings({ 'Week starts on': 'Sunday', 'Attempts without outcome': 'Drop' }),
  withSettings({ 'Close counts when': 'Paid' }),
  inputsWith({
    Team: [
      ['Rep', 'Aliases'],
      ['Anna', 'Ana; Cy'],
    ],
    Outcomes: [
      ['Outcome', 'Counts'],
      ['Spoke', ''],
    ],
  }),
];

/** An edit of a log: rows taken out (by a share of its length), rows put in, and how many rejected rows lie about. */
const edits = fc.array(
  fc.record({
    out: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 6 }),
    in: fc.array(logRow, { maxLength: 6 }),
    rejected: fc.integer({ min: 0, max: REJECTED_ROWS.length }),
    asOf: fc.integer({ min: FIRST_MONDAY - 3, max: FIRST_MONDAY + LOG_DAYS + 3 }),
    inputs: fc.oneof({ weight: 4, arbitrary: fc.constant(RULES[0]) }, fc.constantFrom(...RULES)),
  }),
  { minLength: 1, maxLength: 5 },
);

function edited(log: readonly LogRow[], out: readonly number[], more: readonly LogRow[]): LogRow[] {
  const left = [...log];
  for (const share of out) left.splice(Math.floor(share * left.length), 1);
  return [...left, ...more];
}

describe('rollup', () => {
  test('of any sequence of edits and days = rollup from scratch, item for item', async () => {
    await fc.assert(
      fc.asyncProperty(activityLog(40), edits, async (log, steps) => {
        const items = new Items();
        let rows = log;
        let before: RolledUp | undefined;
        for (const step of steps) {
          rows = edited(rows, step.out, step.in);
          const cells = [...rows.map(cellsOfRow), ...REJECTED_ROWS.slice(0, step.rejected)];
          const asOf = asOfDay(step.asOf);
          const inputs = step.inputs ?? inputsWith();
          before = await rollUp(items, cells, { asOf, before, inputs });
          const fresh = new Items();
          const scratch = await rollUp(fresh, cells, { asOf, inputs });
          expect(digestOf(before)).toBe(digestOf(scratch));
          for (const { area, digest, body } of scratch.plan.items)
            expect(items.bodies.get(`${area}#${digest}`)).toBe(body);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('as of a day = rollup of the rows up to that day', async () => {
    await fc.assert(
      fc.asyncProperty(
        activityLog(30),
        fc.integer({ min: -2, max: LOG_DAYS }),
        fc.integer({ min: 0, max: REJECTED_ROWS.length }),
        async (log, days, rejected) => {
          const today = FIRST_MONDAY + days;
          const bad = REJECTED_ROWS.slice(0, rejected);
          const held = await rollUp(new Items(), [...log.map(cellsOfRow), ...bad], { asOf: asOfDay(today) });
          const seen = [...log.map(cellsOfRow), ...bad].filter(([day]) => typeof day !== 'number' || day <= today);
          expect(held.root).toEqual((await rollUp(new Items(), seen)).root);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('moving the day forward and back ends where it began; a day that shows nothing new writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        activityLog(30),
        fc.array(fc.integer({ min: -2, max: LOG_DAYS }), { minLength: 2, maxLength: 6 }),
        async (log, days) => {
          const items = new Items();
          const cells = log.map(cellsOfRow);
          let before: RolledUp | undefined;
          for (const day of days) {
            const was = before;
            before = await rollUp(items, cells, { asOf: asOfDay(FIRST_MONDAY + day), before });
            const again = await rollUp(items, cells, { asOf: asOfDay(FIRST_MONDAY + day), before });
            expect(digestOf(again)).toBe(digestOf(before));
            expect(again.plan.rowsRead).toBe(0);
            expect(again.plan.items).toEqual([again.plan.rootItem]);
            const shown = (root: RolledUp) => log.filter((row) => row.day <= root.root.through).length;
            if (was && shown(was) === shown(before)) expect(digestOf(before)).toBe(digestOf(was));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
