import { describe, expect, test } from 'vitest';
import type { Lookup } from '../../../lambdas/domain/trees/loader.ts';
import { updateWeeks } from '../../../lambdas/domain/weeks/derived-tree.ts';
import { FIGURES_VERSION } from '../../../lambdas/domain/weeks/figures.ts';
import { asReported, type FrozenWeeks, freezeWeeks } from '../../../lambdas/domain/weeks/frozen-weeks.ts';
import { encodeWeek, repFigures } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

/** A workbook whose weeks can be frozen, and what was stored of them. */
function workbook(rollups: Rollups) {
  const bodies = new Map<string, string>();
  const keep = (items: readonly { area: string; digest: string; body: string }[]) => {
    for (const { area, digest, body } of items) bodies.set(`${area}#${digest}`, body);
  };
  const lookup: Lookup = ({ area, digest }) => bodies.get(`${area}#${digest}`);
  return {
    weeks: rollups.weeks,
    freeze(frozen: FrozenWeeks | undefined, through: string | undefined, weekStartsOn = 1) {
      const stored = new Map([...rollups.weeks].map(([week, rollup]) => [week, { rollup: encodeWeek(rollup) }]));
      const { quarters, items } = updateWeeks({ quarters: [] }, stored, lookup);
      keep(items);
      const now = freezeWeeks(
        frozen,
        { quarters },
        through === undefined ? undefined : serial(through),
        weekStartsOn,
        lookup,
      );
      keep(now.items);
      return now;
    },
    /** Week and MSIs of the team, as they were reported where that differs. */
    restated(frozen: FrozenWeeks | undefined, among: readonly string[], keyNow = (rep: string) => rep) {
      const reported = asReported(frozen, rollups.weeks, among.map(serial), keyNow, lookup);
      return [...reported].map(([week, rollup]) => [week, repFigures(rollup, 't', week, week + 6).msis]);
    },
  };
}
const WEEKS = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'];
const some = () => new Rollups().weekly('2026-01-05', '2026-01-19', 'Ana', { msis: 2 });

describe('closed weeks', () => {
  test('are those through the last one due, each as it is now', () => {
    const book = workbook(some());
    const { frozen, items } = book.freeze(undefined, '2026-01-12');
    expect(frozen).toMatchObject({ version: FIGURES_VERSION, weekStartsOn: 1, through: serial('2026-01-12') });
    expect(frozen?.weeks.map(([week]) => week)).toEqual(['2026-01-05', '2026-01-12'].map(serial));
    expect(items.map(({ area }) => area)).toEqual(['frozen/2026', 'frozen/2026']);
  });

  test('stay as they were when others close', () => {
    const rollups = some();
    const book = workbook(rollups);
    const first = book.freeze(undefined, '2026-01-12').frozen;
    rollups.on('2026-01-06', 'Ana', { msis: 5 });
    const { frozen, items } = book.freeze(first, '2026-01-19');
    expect(frozen?.weeks.slice(0, 2)).toEqual(first?.weeks);
    expect(items).toHaveLength(1);
    expect(frozen?.weeks.map(([week]) => week)).toEqual(['2026-01-05', '2026-01-12', '2026-01-19'].map(serial));
  });

  test.each([undefined, '2026-01-05', '2026-01-12'])('through %s, none is due', (through) => {
    const book = workbook(some());
    const { frozen } = book.freeze(undefined, '2026-01-12');
    expect(book.freeze(frozen, through)).toEqual({ frozen, items: [] });
  });

  test.each([
    ['another version', { version: FIGURES_VERSION - 1 }],
    ['another first day of the week', { weekStartsOn: 0 }],
  ])('of %s are frozen anew', (_, other) => {
    const rollups = some();
    const book = workbook(rollups);
    const first = book.freeze(undefined, '2026-01-12').frozen;
    if (!first) throw new Error('nothing was frozen');
    rollups.on('2026-01-06', 'Ana', { msis: 5 });
    const { frozen } = book.freeze({ ...first, ...other }, '2026-01-12');
    expect(frozen?.weeks[0]).not.toEqual(first.weeks[0]);
    expect(frozen).toMatchObject({ version: FIGURES_VERSION, weekStartsOn: 1 });
    expect(book.freeze({ ...first, ...other }, undefined)).toEqual({ frozen: undefined, items: [] });
  });
});

describe('what was reported', () => {
  test('is told of closed weeks whose counts are others now', () => {
    const rollups = some();
    const book = workbook(rollups);
    const { frozen } = book.freeze(undefined, '2026-01-12');
    expect(book.restated(frozen, WEEKS)).toEqual([]);
    rollups.on('2026-01-06', 'Ana', { msis: 5 }).on('2026-01-20', 'Ana', { msis: 5 });
    expect(book.restated(frozen, WEEKS)).toEqual([[serial('2026-01-05'), 2]]);
    expect(book.restated(frozen, ['2026-01-12'])).toEqual([]);
    expect(book.restated(undefined, WEEKS)).toEqual([]);
  });

  test('of a week without rows is nothing, of one whose rows went all', () => {
    const rollups = new Rollups().on('2026-01-05', 'Ana', { msis: 2 });
    const book = workbook(rollups);
    const { frozen } = book.freeze(undefined, '2026-01-19');
    rollups.weeks.delete(serial('2026-01-05'));
    rollups.on('2026-01-12', 'Ana', { msis: 3 });
    expect(book.restated(frozen, WEEKS)).toEqual([
      [serial('2026-01-05'), 2],
      [serial('2026-01-12'), 0],
    ]);
  });

  test('goes by the name that a rep has now: two names that became one are added up', () => {
    const rollups = new Rollups().on('2026-01-05', 'Ana', { msis: 2 }).on('2026-01-05', 'Anna', { msis: 3 });
    const { freeze } = workbook(rollups);
    const { frozen, items } = freeze(undefined, '2026-01-05');
    const now = new Rollups().on('2026-01-05', 'Anna', { msis: 5 });
    const bodies = new Map(items.map(({ area, digest, body }) => [`${area}#${digest}`, body]));
    const lookup: Lookup = ({ area, digest }) => bodies.get(`${area}#${digest}`);
    const keyNow = (rep: string) => (rep === 'r:ana' ? 'r:anna' : rep);
    const among = [serial('2026-01-05')];
    expect([...asReported(frozen, now.weeks, among, keyNow, lookup)]).toEqual([]);
    now.on('2026-01-05', 'Anna', { msis: 1 });
    const [[week, reported] = []] = [...asReported(frozen, now.weeks, among, keyNow, lookup)];
    expect(week && repFigures(reported, 'r:anna', week, week + 6).msis).toBe(5);
    expect([...(reported?.days.keys() ?? [])].sort()).toEqual(['r:anna', 't']);
  });
});
