import { describe, expect, test } from 'vitest';
import { DEFAULT_NOT_MEANINGFUL, exclusionList } from '../../../lambdas/domain/inputs/exclusion-list.ts';
import { day } from '../../support/rows.ts';

const ANY_DAY = day('2026-11-16');

describe('the exclusion list', () => {
  test('is the one of the method by default', () => {
    expect(DEFAULT_NOT_MEANINGFUL).toEqual([
      'left a message',
      'voicemail',
      'agreed to call back later',
      'dropped off paperwork',
      'no answer',
      'busy',
      'wrong number',
      'bounced',
      'automatic reply',
    ]);
    for (const outcome of DEFAULT_NOT_MEANINGFUL) expect(exclusionList([])(outcome, ANY_DAY)).toBe('not meaningful');
  });

  test.each([
    ['LEFT  A\u00a0MESSAGE ', 'not meaningful'],
    ['Ｖｏｉｃｅｍａｉｌ', 'not meaningful'],
    ['left a message with the assistant', 'unknown'],
    ['not busy', 'unknown'],
    ['Agreed', 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
    ['', 'unknown'],
  ])('compares whole normalised phrases: %j is %s', (outcome, meaning) => {
    expect(exclusionList([])(outcome, ANY_DAY)).toBe(meaning);
  });

  test.each([
    ['2026-11-14', 'not meaningful'],
    ['2026-11-15', 'meaningful'],
    ['2026-11-30', 'meaningful'],
    ['2026-12-01', 'not meaningful'],
  ])('a default is overridden from the day of the rule: %s', (iso, meaning) => {
    const list = exclusionList([
      { outcome: 'Voicemail', counts: 'Not meaningful', from: day('2026-12-01') },
      { outcome: 'VOICEMAIL', counts: 'Meaningful', from: day('2026-11-15') },
    ]);
    expect(list('voicemail', day(iso))).toBe(meaning);
  });

  test('a rule from the middle of a month leaves the days before it unknown', () => {
    const list = exclusionList([{ outcome: 'Chatted', counts: 'Not meaningful', from: day('2026-11-15') }]);
    expect(list('chatted', day('2026-11-14'))).toBe('unknown');
    expect(list('chatted', day('2026-11-15'))).toBe('not meaningful');
  });

  test('a rule without a date is in force always, until a dated one', () => {
    const list = exclusionList([
      { outcome: 'Chatted', counts: 'Not meaningful', from: day('2026-11-15') },
      { outcome: 'Chatted', counts: 'Meaningful' },
      { outcome: 'Busy', counts: 'Meaningful' },
    ]);
    expect(list('chatted', day('1990-01-01'))).toBe('meaningful');
    expect(list('chatted', day('2026-11-15'))).toBe('not meaningful');
    expect(list('busy', day('1990-01-01'))).toBe('meaningful');
  });

  test('of two rules of one day the lower one wins', () => {
    const from = day('2026-11-15');
    const list = exclusionList([
      { outcome: 'Chatted', counts: 'Meaningful', from },
      { outcome: 'chatted', counts: 'Not meaningful', from },
    ]);
    expect(list('Chatted', from)).toBe('not meaningful');
  });

  test('takes any name', () => {
    const list = exclusionList([{ outcome: '__proto__', counts: 'Not meaningful' }]);
    expect(list('__proto__', ANY_DAY)).toBe('not meaningful');
    expect(list('constructor', ANY_DAY)).toBe('unknown');
  });
});
