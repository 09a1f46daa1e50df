import { describe, expect, test } from 'vitest';
import { isMsi, rowFigures } from '../../../lambdas/domain/weeks/figures.ts';
import { type Cells, reading } from '../../support/rows.ts';

/** What a good row adds with some cells typed otherwise. */
function adds(cells: Cells, unconfirmed: 'Apart' | 'Count' | 'Drop' = 'Apart'): Record<string, number> {
  const { row } = reading(cells);
  if (!row) throw new Error('the row is rejected');
  return Object.fromEntries(rowFigures(row, unconfirmed));
}
const MET = { outcome: 'Spoke' };

describe('a row by itself', () => {
  test.each<[string, Cells, Record<string, number>]>([
    ['attempt', { activity: 'Attempt', ...MET }, { rows: 1, touches: 1, msis: 1, attempts: 1 }],
    ['follow-ups', { activity: 'Follow-up', count: 3 }, { rows: 1, touches: 3, msis: 3, followUps: 3 }],
    ['opportunity', { activity: 'Opportunity' }, { rows: 1, touches: 1, msis: 1, opportunities: 1 }],
    ['ask', { activity: 'Ask' }, { rows: 1, touches: 1, msis: 1, asks: 1 }],
    ['ask, its amount', { activity: 'Ask', amount: 12.5 }, { rows: 1, touches: 1, msis: 1, asks: 1, askAmount: 1250 }],
    ['ask nobody heard', { activity: 'Ask', amount: 9, outcome: 'Voicemail' }, { rows: 1, touches: 1 }],
    ['follow-up, its amount', { activity: 'Follow-up', amount: 9 }, { rows: 1, touches: 1, msis: 1, followUps: 1 }],
    ['voicemail', { activity: 'Attempt', outcome: 'Voicemail', count: 2 }, { rows: 1, touches: 2 }],
    [
      'close: its deal decides',
      { activity: 'Close', amount: 9, outcome: 'Booked', minutes: 5 },
      { rows: 1, sellingMinutes: 5 },
    ],
    ['support work', { activity: 'Administration', minutes: 30 }, { rows: 1, administrationMinutes: 30 }],
  ])('%s', (_, cells, expected) => {
    expect(adds(cells)).toEqual(expected);
  });

  test.each([
    ['Attempt', 'sellingMinutes'],
    ['Follow-up', 'sellingMinutes'],
    ['Opportunity', 'sellingMinutes'],
    ['Ask', 'sellingMinutes'],
    ['Administration', 'administrationMinutes'],
    ['Account management', 'accountManagementMinutes'],
    ['Proposal generation', 'proposalMinutes'],
    ['Prospecting', 'prospectingMinutes'],
    ['Fulfilment', 'fulfilmentMinutes'],
  ])('minutes of %s are %s', (activity, figure) => {
    expect(adds({ activity, minutes: 45 })).toMatchObject({ rows: 1, [figure]: 45 });
    expect(adds({ activity })[figure]).toBeUndefined();
  });

  test.each([
    ['Apart', { rows: 1, touches: 2, unconfirmed: 2, msis: 2, attempts: 2 }],
    ['Count', { rows: 1, touches: 2, unconfirmed: 2, msis: 2, attempts: 2 }],
    ['Drop', { rows: 1, touches: 2, unconfirmed: 2 }],
  ] as const)('attempts without outcome, %s', (unconfirmed, expected) => {
    expect(adds({ activity: 'Attempt', count: 2 }, unconfirmed)).toEqual(expected);
    const { row } = reading({ activity: 'Attempt', count: 2 });
    expect(row && isMsi(row, unconfirmed)).toBe(unconfirmed !== 'Drop');
  });
});
