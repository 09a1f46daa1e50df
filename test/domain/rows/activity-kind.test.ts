import { describe, expect, test } from 'vitest';
import {
  activityKindOf,
  CLOSE_EVENTS,
  closeEventOf,
  isSelling,
  KIND_NAMES,
} from '../../../lambdas/domain/rows/activity-kind.ts';

const typedAs = (name: string): string[] => [
  name,
  name.toUpperCase(),
  ` ${name.toLowerCase()} `,
  name.replaceAll(' ', '_'),
  name.replaceAll('-', ' '),
  name.replaceAll('-', '\u2011'),
  // Full width, as Japanese keyboards type it.
  name.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
];

describe('activities', () => {
  test.each([
    ['Attempt to connect', 'attempt', true],
    ['Follow-up', 'follow-up', true],
    ['Opportunity', 'opportunity', true],
    ['Ask', 'ask', true],
    ['Close', 'close', true],
    ['Administration', 'administration', false],
    ['Account management', 'account management', false],
    ['Proposal generation', 'proposal generation', false],
    ['Prospecting', 'prospecting', false],
    ['Fulfilment', 'fulfilment', false],
  ] as const)('%s is %s, in any case and writing', (name, kind, selling) => {
    for (const typed of typedAs(name)) expect([typed, activityKindOf(typed)]).toEqual([typed, kind]);
    expect(isSelling(kind)).toBe(selling);
    expect(KIND_NAMES[kind]).toBe(name);
  });

  test.each([
    ['attempt', 'attempt'],
    ['Attempts to Connect', 'attempt'],
    ['ATC', 'attempt'],
    ['call', 'attempt'],
    ['FU', 'follow-up'],
    ['f/u', 'follow-up'],
    ['followup', 'follow-up'],
    ['Opp', 'opportunity'],
    ['Opportunities', 'opportunity'],
    ['Asks', 'ask'],
    ['closed', 'close'],
    ['Admin', 'administration'],
    ['Acct mgmt', 'account management'],
    ['Proposal', 'proposal generation'],
    ['Fulfillment', 'fulfilment'],
  ])('%s is short for %s', (typed, kind) => {
    expect(activityKindOf(typed)).toBe(kind);
  });

  test.each(['', 'Lunch', 'Ask Close', 'attempt?', 'constructor', '__proto__', 'toString', '🚀'])(
    '%j is none',
    (typed) => {
      expect(activityKindOf(typed)).toBeUndefined();
      expect(closeEventOf(typed)).toBeUndefined();
    },
  );
});

describe('outcomes of a close', () => {
  test.each(CLOSE_EVENTS)('%s, in any case and writing', (event) => {
    for (const typed of typedAs(event)) expect([typed, closeEventOf(typed)]).toEqual([typed, event]);
  });

  test.each([
    ['Won', 'booked'],
    ['WON ', 'booked'],
    ['Closed-Won', 'booked'],
    ['Canceled', 'cancelled'],
    ['Closed lost', 'lost'],
  ])('%s is %s', (typed, event) => {
    expect(closeEventOf(typed)).toBe(event);
  });
});
