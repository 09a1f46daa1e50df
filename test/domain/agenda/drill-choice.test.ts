import { describe, expect, test } from 'vitest';
import { drillFor, drillNamed, lastDrilled } from '../../../lambdas/domain/agenda/drill-choice.ts';
import type { Drill } from '../../../lambdas/domain/inputs/drills.ts';
import { agendaFigures, TODAY } from '../../support/agendas.ts';

const DRILLS: readonly Drill[] = [
  { name: 'Hello', trains: 'attempt', script: '' },
  { name: 'Whys', trains: 'opportunity', script: '' },
  { name: 'Offer', trains: 'ask', script: '' },
  { name: 'Silence', trains: 'close', script: '' },
];
const last = (days: Record<string, number>) => new Map(Object.entries(days));

describe('the drill', () => {
  test.each<[string, number | undefined, Record<string, number>, string]>([
    ['of the weakest step', 1, {}, 'Whys'],
    ['never drilled before drilled', 2, { offer: 7 }, 'Silence'],
    ['longest ago', 2, { offer: 7, silence: 6 }, 'Silence'],
    ['in the order of the tab', 2, { offer: 7, silence: 7 }, 'Offer'],
    ['of any step where the weakest is not known', undefined, { hello: 1 }, 'Whys'],
  ])('%s', (_, step, days, expected) => {
    expect(drillFor(DRILLS, step, last(days))?.name).toBe(expected);
  });

  test('where none trains the step, of all; where none is listed, none', () => {
    expect(drillFor(DRILLS.slice(2), 0, last({ offer: 1 }))?.name).toBe('Silence');
    expect(drillFor([], 0, last({}))).toBeUndefined();
  });

  test('one that trains any step fits each', () => {
    const any: Drill = { name: 'Warm up', script: '' };
    expect(drillFor([...DRILLS, any], 0, last({ hello: 3 }))?.name).toBe('Warm up');
  });
});

test('when it was drilled last: by the Meetings tab, and where it is silent by the agendas', () => {
  const Meetings = [
    ['Date', 'Segment', 'Held', 'Drill'],
    [TODAY - 9, 'Inside', 'Yes', 'Hello'],
    [TODAY - 8, 'Inside', 'No', 'Whys'],
    [TODAY - 7, 'Field', 'Yes', 'Offer'],
    [TODAY - 6, '', 'Yes', 'SILENCE'],
    [TODAY, 'Inside', 'Yes', 'Hello'],
  ];
  const { rules } = agendaFigures([], { Meetings });
  const agenda = (day: number, drill: string, segment: 'Inside' | 'Field' = 'Inside') => ({
    segment,
    day,
    deals: [],
    drill,
  });
  const agendas = [
    // The Meetings tab speaks of that day, so what was planned for it was not drilled.
    agenda(TODAY - 6, 'Offer'),
    agenda(TODAY - 5, 'Whys'),
    agenda(TODAY - 20, 'Whys'),
    agenda(TODAY - 4, 'Offer', 'Field'),
  ];
  expect(Object.fromEntries(lastDrilled(rules, 'Inside', agendas, TODAY))).toEqual({
    hello: TODAY - 9,
    silence: TODAY - 6,
    whys: TODAY - 5,
  });
  // Where nobody has a segment, every meeting was everyone's.
  expect(Object.fromEntries(lastDrilled(rules, '', [], TODAY))).toEqual({
    hello: TODAY - 9,
    offer: TODAY - 7,
    silence: TODAY - 6,
  });
});

test('a drill by its name, however spelt; one that is not listed any more has no script', () => {
  const [hello] = DRILLS;
  expect(drillNamed(DRILLS, ' HELLO ')).toBe(hello);
  expect(drillNamed(DRILLS, 'Gone')).toEqual({ name: 'Gone', script: '' });
  expect(drillNamed(DRILLS, undefined)).toBeUndefined();
});
