import { describe, expect, test } from 'vitest';
import { emptyDays } from '../../../lambdas/domain/recording/empty-days.ts';
import { serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

const MONDAY = serial('2026-01-05');
/** Ana typed on Monday and Wednesday, and on the Monday after. */
const { weeks } = new Rollups()
  .on('2026-01-05', 'Ana', { rows: 2 })
  .on('2026-01-06', 'Ana', { rows: 0, touches: 1 })
  .on('2026-01-07', 'Ana', { rows: 1 })
  .on('2026-01-12', 'Ana', { rows: 1 });
const ANA = { key: 'r:ana' };

describe('empty days', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 1], // Tuesday
    [3, 1],
    [4, 2], // Thursday
    [5, 3],
    [7, 3], // nobody works on Saturday
    [30, 3], // the week ends
  ])('of the first %i days of the week: %i', (elapsed, empty) => {
    expect(emptyDays(ANA, { weeks, calendar: [] }, MONDAY, MONDAY + elapsed)).toBe(empty);
  });

  test('who typed nothing has as many as days of work', () => {
    expect(emptyDays({ key: 'r:ben' }, { weeks, calendar: [] }, MONDAY, MONDAY + 7)).toBe(5);
    expect(emptyDays(ANA, { weeks, calendar: [] }, MONDAY + 14, MONDAY + 21)).toBe(5);
    const member = { name: 'Ben', workDays: [0, 1] };
    expect(emptyDays({ key: 'r:ben', member }, { weeks, calendar: [] }, MONDAY, MONDAY + 7)).toBe(2);
  });

  test('a day off is no empty day, half of one is', () => {
    const calendar = [
      { day: MONDAY + 1, kind: 'Holiday' as const },
      { day: MONDAY + 3, kind: 'Half day' as const },
      { day: MONDAY + 4, kind: 'Leave' as const, who: 'Ben' },
    ];
    const member = { name: 'Ana', workDays: [1, 2, 3, 4, 5] };
    expect(emptyDays({ ...ANA, member }, { weeks, calendar }, MONDAY, MONDAY + 7)).toBe(2);
  });
});
