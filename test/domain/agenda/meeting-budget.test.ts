import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealsPerRep, meetingBudget, meetingGroups } from '../../../lambdas/domain/agenda/meeting-budget.ts';

const minutes = (length: number) => meetingBudget(length).map((item) => item.minutes);

describe('the time of a meeting', () => {
  test('20 minutes: 3 for the MSIs, 12 for the deals, 5 for the drill', () => {
    expect(meetingBudget(20)).toEqual([
      { item: 'MSIs', minutes: 3 },
      { item: 'Deals', minutes: 12 },
      { item: 'Drill', minutes: 5 },
    ]);
    expect([minutes(5), minutes(30), minutes(120)]).toEqual([
      [1, 3, 1],
      [5, 17, 8],
      [18, 72, 30],
    ]);
  });

  test('whole minutes add up to what the settings allow', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 120, noNaN: true }), (length) => {
        const items = minutes(length);
        expect(items.every((each) => Number.isInteger(each) && each >= 1)).toBe(true);
        expect(items.reduce((sum, each) => sum + each, 0)).toBe(Math.round(length));
      }),
    );
  });

  test('three deals for each of four reps, two for more', () => {
    expect([1, 4, 5, 6].map((reps) => dealsPerRep(meetingBudget(20), reps))).toEqual([3, 3, 2, 2]);
    expect(dealsPerRep(meetingBudget(20), 0)).toBe(3);
  });

  test('above six reps groups are proposed, as even as can be', () => {
    expect(meetingGroups([1, 2, 3, 4, 5, 6])).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(meetingGroups([1, 2, 3, 4, 5, 6, 7]).map((group) => group.length)).toEqual([4, 3]);
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), (reps) => {
        const groups = meetingGroups(reps);
        const sizes = groups.map((group) => group.length);
        expect(groups.flat()).toEqual(reps);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(6);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
