import { describe, expect, test } from 'vitest';
import { ACTIVITY_COLUMNS } from '../../../lambdas/domain/rows/activity-columns.ts';
import { lineOfTexts } from '../../../lambdas/domain/rows/row-line.ts';
import { differing, withoutNotes } from '../../../lambdas/domain/weeks/differing.ts';

describe('what differs', () => {
  test.each([
    ['an edit', ['a'], ['b'], ['a'], ['b']],
    ['what comes alone', [], ['a', 'a'], [], ['a', 'a']],
    ['what goes alone', ['a', 'a'], [], ['a', 'a'], []],
    ['what goes and comes again is nothing', ['a', 'b'], ['b', 'a'], [], []],
    ['of two alike one stays', ['a', 'a'], ['a', 'b'], ['a'], ['b']],
  ])('%s', (_, removed, added, gone, come) => {
    expect(differing({ removed, added })).toEqual({ removed: gone, added: come });
  });

  test('in a part alone', () => {
    const first = (text: string) => text.charAt(0);
    expect(differing({ removed: ['ax', 'by'], added: ['az', 'cy'] }, first)).toEqual({ removed: ['b'], added: ['c'] });
  });
});

describe('a row without its notes', () => {
  const line = (cells: Readonly<Record<string, string>>): string =>
    lineOfTexts(ACTIVITY_COLUMNS.map(({ field }) => ({ text: cells[field] ?? '' })));

  test('is the row as if none had been typed', () => {
    const row = { date: '2026-01-05', prospect: 'Acme', activity: 'Attempt' };
    expect(withoutNotes(line({ ...row, notes: 'a note' }))).toBe(line(row));
    expect(withoutNotes(line(row))).toBe(line(row));
    const next = { ...row, nextStep: 'Call', nextStepDate: '2026-01-06' };
    expect(withoutNotes(line({ ...next, notes: 'x' }))).toBe(line(next));
    expect(withoutNotes(line({ notes: 'x' }))).toBe('');
  });
});
