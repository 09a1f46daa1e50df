import { expect, test } from 'vitest';
import { rulesOf } from '../../../lambdas/domain/inputs/rules.ts';
import type { InputTab } from '../../../lambdas/domain/trees/head.ts';
import { inputsWith } from '../../support/trees.ts';

// Going on with the defaults would credit rows to the wrong reps or count every voicemail: the sync stops.
test.each<[InputTab, string]>([
  ['Settings', 'Setting'],
  ['Team', 'Rep'],
  ['Goals', 'Revenue goal'],
  ['Outcomes', 'Outcome'],
  ['Calendar', 'Date'],
  ['Drills', 'Drill'],
  ['Meetings', 'Date'],
])('%s with the header %s twice stops, and the other tabs are read', (tab, header) => {
  const { problems, settings } = rulesOf(
    inputsWith({
      Settings: [
        ['Setting', 'Value'],
        ['Currency', 'SEK'],
      ],
      [tab]: [
        [header, header],
        ['x', 'y'],
      ],
    }),
  );
  expect(problems.map(({ address }) => address)).toEqual([`${tab}!1:1`]);
  expect(problems[0]?.stop).toContain(`The tab ${tab} has `);
  expect(settings.currency).toBe(tab === 'Settings' ? '' : 'SEK');
});
