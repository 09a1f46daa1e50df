import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { readOutcomes } from '../../../lambdas/domain/inputs/outcomes.ts';
import { day } from '../../support/rows.ts';

const read = (...rows: readonly Cell[][]) =>
  readOutcomes([['Outcome', 'Counts', 'From'], ...rows], localeRules('nl_NL'));

describe('the Outcomes tab', () => {
  test('lists exclusions, unless it says otherwise', () => {
    expect(read(['Chatted'], ['Demo', 'MEANINGFUL', '16-11-2026'], ['  __proto__ ', 'not  meaningful', 46342])).toEqual(
      {
        problems: [],
        outcomes: [
          { outcome: 'Chatted', counts: 'Not meaningful' },
          { outcome: 'Demo', counts: 'Meaningful', from: day('2026-11-16') },
          { outcome: '__proto__', counts: 'Not meaningful', from: day('2026-11-16') },
        ],
      },
    );
  });

  test.each(['Result', 'Disposition', 'Status'])('may call them %s', (header) => {
    expect(readOutcomes([[header], ['Chatted']], localeRules('en')).outcomes).toHaveLength(1);
  });

  test.each<[Cell[], string, string, string]>([
    [['', 'Meaningful'], 'Outcomes!A2', 'an outcome', 'nothing'],
    [['Chatted', 'perhaps'], 'Outcomes!B2', 'Not meaningful or Meaningful', 'perhaps'],
    [['Chatted', 'constructor'], 'Outcomes!B2', 'Not meaningful or Meaningful', 'constructor'],
    [['Chatted', '__proto__'], 'Outcomes!B2', 'Not meaningful or Meaningful', '__proto__'],
    [['Chatted', '', 'soon'], 'Outcomes!C2', 'a date, or blank for always', 'soon'],
    [['Chatted', '', '1/2/26'], 'Outcomes!C2', 'a date, or blank for always', '1/2/26'],
  ])('lists %j', (row, address, expected, got) => {
    expect(read(row)).toEqual({ outcomes: [], problems: [{ address, expected, got }] });
  });
});
