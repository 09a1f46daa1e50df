import { describe, expect, test } from 'vitest';
import { appsScript, type CellsOfTab } from '../../support/apps-script.ts';

const script = appsScript();
/** Also turns lists of the script's own realm into ours. */
const today = (rows: CellsOfTab, name: string): readonly string[] | undefined => {
  const lines = script.call('leadsheetToday', rows, name);
  return Array.isArray(lines) ? lines.map(String) : undefined;
};
const repOf = (rows: CellsOfTab, email: string): unknown => script.call('leadsheetRepOf', rows, email);

const HEADER = [
  'Rep',
  'Segment',
  'Today',
  'This week',
  'Target',
  'Expected by now',
  'Pace',
  'Status',
  'A day from now',
];
const AS_OF = 'As of Fri 20 Nov 2026, 15:00 (Europe/London)';
const week = (...lines: CellsOfTab): CellsOfTab => [
  ['Week of Mon 16 Nov 2026: 3 MSIs'],
  [AS_OF],
  ['Partial week'],
  ['', '', 'MSIs'],
  HEADER,
  ...lines,
  ['Team', '', 30, 100, 200, 150, 0.5, '▼ behind', 20],
];

describe('my number', () => {
  test('is today, this week against the target, and what is left a day', () => {
    const rows = week(['Ana', 'Inside', 14, 48, 80, 52.34, 0.92, '● caution', 10.7]);
    expect(today(rows, ' ANA ')).toEqual([
      'Today: 14 MSIs.',
      'This week: 48 MSIs of 80; 52.3 are expected by now.',
      'Status: ● caution.',
      'For the target: 10.7 a working day from now on.',
      AS_OF,
    ]);
  });

  const LEFT = [
    ['the target is reached', 80, 0, 'The target of the week is reached.'],
    ['no day is left', 80, '', 'No working day is left this week.'],
    ['no target', '–', '', 'There is no target for you this week: the tab Goals sets one.'],
  ] as const;
  test.each(LEFT)('%s', (_, target, perDay, said) => {
    expect(today(week(['Ana', '', 1, 1, target, '–', '–', '–', perDay]), 'Ana')).toEqual([
      'Today: 1 MSI.',
      `This week: 1 MSI${target === 80 ? ' of 80' : ''}.`,
      said,
      AS_OF,
    ]);
  });

  test('while Week leads with last week, says so', () => {
    const rows = week(['Ana', '', 12, 61, 80, 80, 0.76, '▼ behind', '']).map((row) =>
      row === HEADER ? row.with(2, 'Sunday').with(3, 'Last week').with(5, 'Expected') : row,
    );
    expect(today(rows, 'Ana')?.slice(0, 3)).toEqual([
      "Today's number comes later this morning; until then Week shows last week (Sunday: 12 MSIs).",
      'Last week: 61 MSIs of 80.',
      'Status: ▼ behind.',
    ]);
  });

  test('finds columns wherever they stand, and no other line', () => {
    const swapped = week(['Ana', '', 14, 48, 80, 52, 0.9, '● caution', 10.7], ['Anabel', '', 1, 2, 3, 4, 0.5, '–', 6]);
    const moved = swapped.map((row) => [...row].reverse());
    expect(today(moved, 'Anabel')).toBeDefined();
    for (const nobody of ['', 'An', 'Team', '(unassigned)', 'Zoe']) expect(today(swapped, nobody)).toBeUndefined();
    expect(today([], 'Ana')).toBeUndefined();
    expect(today([['No rows yet']], 'Ana')).toBeUndefined();
  });
});

describe('the name of a rep', () => {
  const TEAM: CellsOfTab = [
    ['Our team'],
    ['Aliases', 'Email', 'Rep', 'Segment'],
    ['A.', 'ana@example.com', 'Ana', 'Inside'],
    ['ben@home.example; B.', 'Ben@Example.com, b@example.com', ' Ben ', ''],
    ['', 'nobody@example.com', '', ''],
    ['', '', 'Cem', ''],
  ];
  test('is found by e-mail or alias on Team', () => {
    expect(repOf(TEAM, 'ANA@example.com')).toBe('Ana');
    expect(['ben@example.com', 'b@example.com', 'ben@home.example'].map((email) => repOf(TEAM, email))).toEqual([
      'Ben',
      'Ben',
      'Ben',
    ]);
  });

  test('is not guessed', () => {
    for (const email of ['', 'a@example.com', 'example.com', 'nobody@example.com', 'xana@example.com'])
      expect(repOf(TEAM, email)).toBe('');
    expect(repOf([], 'ana@example.com')).toBe('');
    expect(repOf([['Rep'], ['ana@example.com']], 'ana@example.com')).toBe('');
  });
});
