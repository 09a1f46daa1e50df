import { describe, expect, test } from 'vitest';
import { activityViews } from '../../lambdas/tabs/activity-views.ts';
import { cellLink, viewLink } from '../../lambdas/tabs/sheet-links.ts';
import { figuresOf } from '../support/report-figures.ts';
import { row, serial } from '../support/trees.ts';

const TEAM = [
  ['Rep', 'Email', 'Aliases'],
  ['Ana', 'ana@example.com', 'Annie'],
  ['Zoë', '', ''],
];
const ROWS = [row('2026-02-02', 'Ana', 'Acme', 'Attempt', 'Spoke'), row('2026-01-28', '', 'Bolt', 'Attempt', 'Spoke')];

describe('filter views on Activity', () => {
  test('one for this week and one for last week of everybody, and one for rejected rows', async () => {
    const { layouts, thisWeek } = activityViews(await figuresOf(ROWS, '2026-02-04 12:00', { Team: TEAM }));
    expect(layouts.map(({ title }) => title)).toEqual([
      'Rejected rows',
      ...['This week: Ana', 'Last week: Ana', 'This week: Zoë', 'Last week: Zoë'],
      ...['This week: (unassigned)', 'Last week: (unassigned)'],
    ]);
    expect(layouts[1]).toEqual({
      id: thisWeek.get('r:ana'),
      title: 'This week: Ana',
      criteria: [
        { column: 'date', from: serial('2026-02-02'), to: serial('2026-02-09') },
        { column: 'rep', names: ['ana', 'ana@example.com', 'annie'] },
      ],
    });
    expect(layouts[5]?.criteria[1]).toEqual({ column: 'rep', names: [] });
    expect(new Set(layouts.map(({ id }) => id)).size).toBe(layouts.length);
  });

  test('a rep keeps the view from week to week, whoever joins', async () => {
    const before = activityViews(await figuresOf(ROWS, '2026-02-04 12:00', { Team: TEAM }));
    const after = activityViews(await figuresOf(ROWS, '2026-02-11 12:00', { Team: [...TEAM, ['Bea', '', '']] }));
    expect(after.thisWeek.get('r:ana')).toBe(before.thisWeek.get('r:ana'));
  });

  test('none where Leadsheet may not write on Activity', async () => {
    const settings = [
      ['Setting', 'Value'],
      ['Check column', 'Off'],
    ];
    expect(activityViews(await figuresOf(ROWS, '2026-02-04 12:00', { Settings: settings })).layouts).toEqual([]);
  });
});

describe('links', () => {
  const links = { tabs: { Activity: 100, Team: 7 }, views: true };
  test.each([
    [viewLink(links, 5), '#gid=100&fvid=5'],
    [viewLink({ ...links, workbook: 'abc' }, 5), 'https://docs.google.com/spreadsheets/d/abc/edit#gid=100&fvid=5'],
    [viewLink(links, undefined), undefined],
    [viewLink({ tabs: {}, views: true }, 5), undefined],
    [cellLink(links, 'Team!B7'), '#gid=7&range=B7'],
    [cellLink(links, 'Team!1:1'), '#gid=7&range=1:1'],
    [cellLink(links, 'File > Settings'), undefined],
    [cellLink(links, 'Goals!B7'), undefined],
  ])('%s', (link, expected) => {
    expect(link).toBe(expected);
  });
});
