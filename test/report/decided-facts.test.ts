import { describe, expect, test } from 'vitest';
import { decidedFacts } from '../../lambdas/report/decided-facts.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { reckon, targetsIn } from '../../lambdas/report/reckon.ts';
import { someRows } from '../support/ingest-rows.ts';
import { memoryService } from '../support/memory-service.ts';
import { NOON, TODAY } from '../support/ports.ts';
import { HEADER, serial } from '../support/trees.ts';

const BOOK = 'book';
const MONDAY = serial('2026-02-02');

/** The sums of a Monday morning, when Week still leads with the week before; nothing was decided yet. */
async function sums() {
  const Goals = [
    ['Rep', 'Period start', 'Period', 'Revenue goal'],
    ['Ana', serial('2026-01-01'), 'Year', 90_000],
  ];
  const Settings = [
    ['Setting', 'Value'],
    ['Default average deal', 1000],
  ];
  const tabs = { Activity: [[...HEADER, 'Check'], ...someRows(30)], Goals, Settings };
  const one = memoryService(NOON, { [BOOK]: tabs });
  for (const stage of ['ingest', 'rollup'] as const) await one.run(stage, BOOK);
  const { source, derived, ...head } = one.store.table.heads.get(BOOK) ?? { revision: 0, generation: 0, tabs: {} };
  if (source === undefined || !derived) throw new Error('nothing is rolled up');
  return loadFigures(one.store.open(), BOOK, { ...head, source, derived }, () => ({ day: TODAY, minute: 60 }));
}

describe('what a report decides', () => {
  test('on a Monday: targets of both weeks shown, and the agenda of the day', async () => {
    const figures = await sums();
    const facts = decidedFacts(figures, targetsIn(figures));
    expect(facts.targets.map(({ week }) => week)).toEqual([MONDAY - 7, MONDAY]);
    expect(facts.agendas.map(({ day }) => day)).toEqual([MONDAY]);
    expect(facts.since).toBe(figures.facts.since);
  });

  test('stands: the same facts when nothing is due', async () => {
    const figures = await sums();
    const facts = decidedFacts(figures, targetsIn(figures));
    const again = { ...figures, facts };
    expect(decidedFacts(again, targetsIn(again))).toBe(facts);
  });

  test('one of the weeks has no targets yet, or there are forecasts that nobody looks back at: made good', async () => {
    const figures = await sums();
    const facts = decidedFacts(figures, targetsIn(figures));
    for (const other of [
      { targets: facts.targets.slice(1) },
      { targets: facts.targets.slice(0, 1) },
      { forecasts: [{ week: MONDAY - 700, within: [] }] },
    ]) {
      const again = { ...figures, facts: { ...facts, ...other } };
      expect(decidedFacts(again, targetsIn(again))).toEqual(facts);
    }
  });

  test.each([
    ['an agenda', { agendas: [] }],
    ['the targets of a week', { targets: [] }],
  ])('makes good what is missing: %s', async (_, missing) => {
    const figures = await sums();
    const facts = decidedFacts(figures, targetsIn(figures));
    const again = { ...figures, facts: { ...facts, ...missing } };
    expect(decidedFacts(again, targetsIn(again))).toEqual(facts);
  });

  test('keeps eight weeks of targets in their order and 24 agendas, the last ones', async () => {
    const figures = await sums();
    const past = Array.from({ length: 20 }, (_, i) => ({ week: MONDAY - 7 * (22 - i), reps: {} }));
    const [agenda] = decidedFacts(figures, targetsIn(figures)).agendas;
    if (!agenda) throw new Error('no agenda');
    const agendas = Array.from({ length: 30 }, (_, i) => ({ ...agenda, day: MONDAY - 40 + i }));
    const later = { week: MONDAY + 7, reps: {} };
    const before = { ...figures, facts: { ...figures.facts, targets: [later, ...past.toReversed()], agendas } };
    const facts = decidedFacts(before, targetsIn(before));
    expect(facts.targets.map(({ week }) => (week - MONDAY) / 7)).toEqual([-7, -6, -5, -4, -3, -1, 0, 1]);
    expect(facts.agendas).toHaveLength(24);
    expect(facts.agendas.at(-1)?.day).toBe(MONDAY);
    expect(facts.agendas[0]?.day).toBe(agendas[7]?.day);
  });

  test('of a week that has other targets by now, in their place', async () => {
    const figures = await sums();
    const { shown, current } = targetsIn(figures);
    const others = [-14, -7, 0].map((days) => ({ week: MONDAY + days, reps: {} }));
    const facts = decidedFacts({ ...figures, facts: { ...figures.facts, targets: others } }, targetsIn(figures));
    expect(facts.targets).toEqual([others[0], shown.fixed, current.fixed]);
  });
});

test('the outlook reaches to the end of the month, of the quarter and of the goals', async () => {
  const figures = await sums();
  const { outlook } = reckon(figures);
  const short = reckon({ ...figures, rules: { ...figures.rules, goals: [] } }).outlook;
  expect(outlook).not.toEqual(short);
});
