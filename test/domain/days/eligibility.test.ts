import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DayOff, eligibleDays } from '../../../lambdas/domain/days/calendar.ts';
import { eligibility } from '../../../lambdas/domain/days/eligibility.ts';
import type { TeamMember } from '../../../lambdas/domain/inputs/team.ts';
import { serial } from '../../support/trees.ts';

const MONDAY = serial('2026-01-05');
const JANE: TeamMember = {
  name: 'Jane',
  segment: 'Inside',
  workDays: [1, 2, 3, 4],
  start: MONDAY + 2,
  end: MONDAY + 24,
};

test('worked out once a day it is the same as from the whole calendar, in any order of questions', () => {
  const near = fc.integer({ min: MONDAY - 3, max: MONDAY + 30 });
  const off: fc.Arbitrary<DayOff> = fc
    .record({
      day: near,
      kind: fc.constantFrom<DayOff['kind'][]>('Holiday', 'Leave', 'Half day'),
      who: fc.constantFrom(undefined, 'Jane', 'Fred', 'Inside', 'Field'),
    })
    .map(({ who, ...rest }) => ({ ...rest, ...(who && { who }) }));
  const member = fc.constantFrom(undefined, JANE, { name: 'Fred', workDays: [0, 6] });
  fc.assert(
    fc.property(member, fc.array(off), fc.array(fc.tuple(near, near), { minLength: 1 }), (who, calendar, spans) => {
      const eligible = eligibility(who, calendar);
      for (const [from, to] of spans) expect(eligible(from, to)).toBe(eligibleDays(who, calendar, from, to));
    }),
  );
});

test('each day is worked out once', () => {
  let looks = 0;
  const member: TeamMember = {
    name: 'Jane',
    get workDays() {
      looks += 1;
      return [1];
    },
  };
  const eligible = eligibility(member, []);
  expect([eligible(MONDAY, MONDAY + 7), eligible(MONDAY + 3, MONDAY + 9)]).toEqual([1, 1]);
  expect(looks).toBe(9);
});
