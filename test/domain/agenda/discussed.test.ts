import { expect, test } from 'vitest';
import { discussedBefore } from '../../../lambdas/domain/agenda/discussed.ts';
import type { FixedAgenda } from '../../../lambdas/domain/weeks/facts.ts';
import { agendaFigures, TODAY } from '../../support/agendas.ts';

const agenda = (day: number, ...deals: string[]): FixedAgenda => ({
  segment: 'Inside',
  day,
  deals: [['r:ana', deals]],
});
const Meetings = [
  ['Date', 'Segment', 'Held'],
  [TODAY - 3, 'Inside', 'No'],
  [TODAY - 3, 'Inside', 'Yes'],
  [TODAY - 4, 'Inside', 'No'],
];

test('the last meeting of the segment and those before it, of which not all were called off', () => {
  const { rules } = agendaFigures([], { Meetings });
  const agendas = [
    agenda(TODAY - 9, 'oldest'),
    // Of two groups one met.
    agenda(TODAY - 3, 'last', 'too'),
    agenda(TODAY - 4, 'called off'),
    agenda(TODAY - 6, 'older'),
    agenda(TODAY, 'today'),
    { ...agenda(TODAY - 1, 'in the field'), segment: 'Field' as const },
  ];
  expect(discussedBefore(rules, 'Inside', agendas, TODAY)).toEqual({
    last: new Set(['last', 'too']),
    before: [new Set(['older']), new Set(['oldest'])],
  });
  expect(discussedBefore(rules, 'Inside', [], TODAY)).toEqual({ last: new Set(), before: [] });
});
