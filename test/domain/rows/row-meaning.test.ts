import { describe, expect, test } from 'vitest';
import { day, reading, rules } from '../../support/rows.ts';

describe('the outcome of a close', () => {
  test.each([
    ['Booked', 'booked'],
    ['won', 'booked'],
    ['', 'booked'],
    ['Invoiced', 'invoiced'],
    ['PAID', 'paid'],
    ['lost', 'lost'],
    ['Canceled', 'cancelled'],
    ['Refunded', 'refunded'],
    ['Renewed', 'renewed'],
  ])('%j is %s', (outcome, close) => {
    expect(reading({ activity: 'Close', outcome, amount: 5 }).row).toMatchObject({ kind: 'close', close });
  });
});

describe('a meaningful selling interaction', () => {
  const DATED = rules({
    tabs: {
      Outcomes: [
        ['Outcome', 'Counts', 'From'],
        ['Chatted', 'Not meaningful', '2026-11-16'],
        ['Voicemail', 'Meaningful', '2026-11-16'],
      ],
    },
  });

  test.each<[string, string, string, string]>([
    ['Attempt', '', '2026-11-16', 'unconfirmed'],
    ['', '', '2026-11-16', 'unconfirmed'],
    ['Follow-up', '', '2026-11-16', 'meaningful'],
    ['Ask', '', '2026-11-16', 'meaningful'],
    ['Attempt', 'left a message', '2026-11-16', 'not meaningful'],
    ['Opportunity', 'No Answer', '2026-11-16', 'not meaningful'],
    ['Attempt', 'anything else', '2026-11-16', 'meaningful'],
    ['Attempt', 'Chatted', '2026-11-15', 'meaningful'],
    ['Attempt', 'Chatted', '2026-11-16', 'not meaningful'],
    ['Attempt', 'voicemail', '2026-11-15', 'not meaningful'],
    ['Attempt', 'voicemail', '2026-11-16', 'meaningful'],
  ])('%s with outcome %j on %s is %s', (activity, outcome, on, meaning) => {
    expect(reading({ activity, outcome, date: day(on) }, DATED).row?.meaning).toBe(meaning);
  });
});
