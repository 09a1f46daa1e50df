import { describe, expect, test } from 'vitest';
import { meetingsHeld, meetingsWithMsis, meetingWeeks } from '../../../lambdas/domain/agenda/meetings-and-msis.ts';
import type { Meeting } from '../../../lambdas/domain/inputs/meetings.ts';
import { serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

const meeting = (date: string, held = true): Meeting => ({ day: serial(date), segment: '', held, stated: new Map() });

describe('meetings beside MSIs', () => {
  test('are counted by week when they were held', () => {
    const held = meetingsHeld(
      [meeting('2026-01-05'), meeting('2026-01-11'), meeting('2026-01-12', false), meeting('2026-01-13')],
      1,
    );
    expect([...held]).toEqual([
      [serial('2026-01-05'), 2],
      [serial('2026-01-12'), 1],
    ]);
  });

  test('begin with the first week that was noted and with rows; the week of today is not over', () => {
    const { weeks } = new Rollups().weekly('2025-12-29', '2026-01-26', 'Ana', { msis: 4 });
    const noted = [meeting('2026-01-07', false), meeting('2026-01-20')];
    expect(meetingWeeks(noted, weeks, serial('2026-01-26'), 1)).toEqual([
      { week: serial('2026-01-05'), held: 0, msis: 4 },
      { week: serial('2026-01-12'), held: 0, msis: 4 },
      { week: serial('2026-01-19'), held: 1, msis: 4 },
    ]);
    expect(meetingWeeks([], weeks, serial('2026-01-26'), 1)).toEqual([]);
    expect(meetingWeeks(noted, new Map(), serial('2026-01-26'), 1)).toEqual([]);
  });

  test('are compared from 13 weeks on: in step r = 1; the same each week = nothing to compare', () => {
    const series = (n: number, held: (i: number) => number) =>
      Array.from({ length: n }, (_, i) => ({ week: 7 * i, held: held(i), msis: 10 + 5 * (i % 3) }));
    expect(meetingsWithMsis(series(12, (i) => i % 3))).toBeUndefined();
    expect(meetingsWithMsis(series(13, (i) => i % 3))).toEqual({ n: 13, r: expect.closeTo(1, 9) });
    expect(meetingsWithMsis(series(13, () => 2))).toEqual({ n: 13 });
  });
});
