import { expect, test } from 'vitest';
import { keyNow } from '../../../lambdas/domain/rows/rep-key.ts';
import type { Facts, WeekTarget } from '../../../lambdas/domain/weeks/facts.ts';
import { renamedFacts } from '../../../lambdas/domain/weeks/renamed-facts.ts';
import { rules } from '../../support/rows.ts';

const { team } = rules({
  tabs: {
    Team: [
      ['Rep', 'Email', 'Aliases'],
      ['Jane Smith', 'jane@example.com', 'Jane Doe'],
    ],
  },
});
const now = keyNow(team);

test.each([
  ['r:jane doe', 'r:jane smith'],
  ['r:jane@example.com', 'r:jane smith'],
  ['r:jane smith', 'r:jane smith'],
  ['r:sam', 'r:sam'],
  ['r:constructor', 'r:constructor'],
  ['t', 't'],
  ['u', 'u'],
])('the key %s is %s by now', (then, expected) => {
  expect(now(then)).toBe(expected);
});

const target = (msis: number): WeekTarget => ({
  ...{ msis, attempts: msis, followUps: 0, opportunities: 0, asks: 0, closes: 0 },
});
const facts: Facts = {
  since: 1,
  targets: [
    { week: 7, reps: { 'r:jane doe': target(5), 'r:sam': target(3), t: target(8) } },
    { week: 14, reps: { 'r:jane smith': target(6), 'r:jane doe': target(5), t: target(6) } },
  ],
  forecasts: [],
  agendas: [{ segment: 'Field', day: 9, deals: [['r:jane doe', ['acme', 'birch']]], drill: 'Silence' }],
};

test('what was decided is of the new name; under both names the new one has it', () => {
  expect(renamedFacts(facts, now)).toEqual({
    ...facts,
    targets: [
      { week: 7, reps: { 'r:jane smith': target(5), 'r:sam': target(3), t: target(8) } },
      { week: 14, reps: { 'r:jane smith': target(6), t: target(6) } },
    ],
    agendas: [{ segment: 'Field', day: 9, deals: [['r:jane smith', ['acme', 'birch']]], drill: 'Silence' }],
  });
});
