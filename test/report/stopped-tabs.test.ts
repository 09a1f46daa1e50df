import { expect, test } from 'vitest';
import { stoppedTabs } from '../../lambdas/report/stopped-tabs.ts';
import { serial } from '../support/trees.ts';

test('a workbook that could not be read even once has Health alone, which says since when and what to do', () => {
  const [health, ...others] = stoppedTabs(
    { day: serial('2026-02-02'), minute: 720 },
    'There is no tab named Activity.',
  );
  expect(others).toEqual([]);
  expect(health).toMatchObject({ name: 'Health', frozenRows: 2, frozenColumns: 0, charts: [] });
  expect(health?.rows.map(([first]) => first?.value)).toEqual([
    'The sheet needs your attention before there are figures',
    expect.stringMatching(/^As of .*2026.*12:00.*UTC/),
    'There is no tab named Activity.',
  ]);
  // Words that look like what they are: a warning, a stamp and a banner.
  expect(health?.rows.map(([first]) => first?.style)).toEqual(['bad', 'stamp', 'banner']);
});
