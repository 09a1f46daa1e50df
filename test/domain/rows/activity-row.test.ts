import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import type { Rules } from '../../../lambdas/domain/inputs/rules.ts';
import { rowReader } from '../../../lambdas/domain/rows/activity-row.ts';
import { cellsOf } from '../../../lambdas/domain/rows/row-line.ts';
import { PROBLEMS } from '../../../lambdas/domain/rows/row-problem.ts';
import { type Cells, cellsInOrder, day, line, problemsOf, reading, rules, told } from '../../support/rows.ts';

const TEAM = rules({
  tabs: {
    Team: [
      ['Rep', 'Email', 'Start date', 'End date'],
      ['Jane', 'jane@example.com', day('2026-11-10'), day('2026-11-20')],
      ['Fred'],
    ],
  },
});

/** As it is read from the sheet. */
const readTyped = (typed: readonly Cell[], under: Rules) => {
  const reader = rowReader(under);
  return reader.row(Array.from({ length: 13 }, (_, at) => reader.cell(typed[at], at)));
};

describe('a row with nothing wrong', () => {
  test('is read as typed', () => {
    const cells = {
      date: day('2026-11-16') + 0.5,
      rep: ' Jane ;Sam',
      prospect: '  ACME\u00a0 Inc. ',
      deal: 'Pumps',
      activity: 'ASK',
      outcome: 'Left a message',
      count: 2,
      amount: '$3,500.00',
      nextStep: ' Send  the quote ',
      nextStepDate: day('2026-11-20'),
      notes: '=1+1',
    };
    expect(reading(cells)).toEqual({
      problems: [],
      row: {
        day: day('2026-11-16'),
        minute: 720,
        reps: [
          { key: 'r:jane', name: 'Jane', onTeam: false },
          { key: 'r:sam', name: 'Sam', onTeam: false },
        ],
        prospect: 'ACME Inc.',
        deal: 'Pumps',
        kind: 'ask',
        outcome: 'Left a message',
        meaning: 'not meaningful',
        count: 2,
        amount: 350000,
        nextStep: 'Send the quote',
        nextStepDate: day('2026-11-20'),
      },
    });
  });

  test('may lack everything but date, prospect and activity', () => {
    expect(reading({ rep: undefined }).row).toEqual({
      day: day('2026-11-16'),
      reps: [],
      prospect: 'Acme',
      deal: '',
      kind: 'follow-up',
      outcome: '',
      meaning: 'meaningful',
      count: 1,
      nextStep: '',
    });
  });

  test('lies in the future, or on any day', () => {
    expect(problemsOf({ date: day('2099-12-31') })).toEqual([]);
  });

  test.each(['Administration', 'Account management', 'Proposal generation', 'Prospecting', 'Fulfilment'])(
    '%s needs no prospect and no known outcome',
    (activity) => {
      expect(problemsOf({ activity, prospect: '', outcome: 'Whatever' })).toEqual([]);
      expect(reading({ activity, prospect: '' }).row?.meaning).toBe('support');
    },
  );
});

describe('a row is rejected', () => {
  test.each<[string, Cells, string]>([
    ['no date', { date: '' }, 'rejected date: no date'],
    ['an unticked box for a date', { date: false }, 'rejected date: no date'],
    ['a date that is none', { date: 'yesterday' }, 'rejected date: date unreadable'],
    ['a date of two readings', { date: '3/4/26' }, 'rejected date: date ambiguous'],
    ['a date in 1900', { date: 2 }, 'rejected date: date out of range'],
    ['no prospect', { prospect: ' ' }, 'rejected prospect: no prospect'],
    ['a prospect of control characters', { prospect: '\u0001\u0000' }, 'rejected prospect: no prospect'],
    ['no prospect of an attempt by default', { prospect: '', activity: '' }, 'rejected prospect: no prospect'],
    ['an unknown activity', { activity: 'Lunch' }, 'rejected activity: activity unknown'],
    ['an activity that objects have', { activity: 'constructor' }, 'rejected activity: activity unknown'],
    [
      'an unknown outcome of a close',
      { activity: 'Close', outcome: 'Maybe' },
      'rejected outcome: close outcome unknown',
    ],
    [
      'a close that left a message',
      { activity: 'Close', outcome: 'Left a message' },
      'rejected outcome: close outcome unknown',
    ],
  ])('for %s', (_, cells, expected) => {
    const under = rules();
    const typed = cellsInOrder({ date: 46342, rep: 'Jane', prospect: 'Acme', activity: 'Ask', ...cells });
    const { row, problems } = readTyped(typed, under);
    expect(row).toBeUndefined();
    expect(problems.map(told)).toEqual([expected]);
  });

  test('for everything that is wrong at once', () => {
    expect(problemsOf({ date: '', prospect: '', activity: 'Close', outcome: 'x', count: 0 })).toEqual([
      'rejected date: no date',
      'rejected prospect: no prospect',
      'rejected count: count unreadable',
      'rejected outcome: close outcome unknown',
    ]);
  });

  test('saying what was expected and what was there', () => {
    expect(reading({ date: ' 3/4/26 ' }).problems).toEqual([{ kind: 'date ambiguous', got: '3/4/26' }]);
    expect(PROBLEMS['date ambiguous'].expected).toBe('a date that can be read in only one way, such as 2026-11-16');
  });
});

describe('a row is flagged', () => {
  test.each<[string, Cells, string[]]>([
    ['no rep', { rep: '' }, ['flagged rep: no rep']],
    ['separators alone', { rep: ';' }, ['flagged rep: no rep']],
    ['a rep off Team', { rep: 'Sam' }, ['flagged rep: rep not on Team']],
    ['one of two reps off Team', { rep: 'Fred; Sam' }, ['flagged rep: rep not on Team']],
    ['a day before the start date', { date: day('2026-11-09') }, ['flagged date: outside start and end date']],
    ['a day after the end date', { date: day('2026-11-21') }, ['flagged date: outside start and end date']],
    ['the start date is fine', { date: day('2026-11-10'), rep: 'jane@example.com' }, []],
    ['the end date is fine', { date: day('2026-11-20') }, []],
    ['a rep without dates is fine', { date: day('1999-01-01'), rep: 'Fred' }, []],
    ['no activity', { activity: '' }, ['flagged activity: activity blank']],
    ['an outcome on no list', { outcome: 'Chatted' }, ['flagged outcome: outcome unknown']],
    ['an outcome on the list is fine', { outcome: 'BUSY' }, []],
    ['an ask without amount', { activity: 'Ask' }, ['flagged amount: no amount']],
    ['a close without amount', { activity: 'Close', outcome: 'Booked' }, ['flagged amount: no amount']],
    ['a lost deal needs no amount', { activity: 'Close', outcome: 'Lost' }, []],
    ['a close without outcome', { activity: 'Close', amount: 5 }, ['flagged outcome: close outcome blank']],
    ['an amount that is none', { activity: 'Ask', amount: '12k' }, ['flagged amount: amount unreadable']],
    ['an amount that is none, where none is expected', { amount: 'tbd' }, ['flagged amount: amount unreadable']],
    ['an amount of nothing is an amount', { activity: 'Ask', amount: 0 }, []],
  ])('for %s', (_, cells, expected) => {
    expect(problemsOf(cells, TEAM)).toEqual(expected);
    expect(reading(cells, TEAM).row).toBeDefined();
  });

  test('for a rep off Team only where there is a Team', () => {
    expect(problemsOf({ rep: 'Sam' })).toEqual([]);
    expect(problemsOf({ rep: 'Sam' }, rules({ tabs: { Team: [['Rep', 'Email']] } }))).toEqual([]);
  });

  test('for an amount in the notation of another locale', () => {
    const amount = '€ 3.500,00';
    expect(problemsOf({ activity: 'Ask', amount })).toEqual(['flagged amount: amount unreadable']);
    expect(reading({ activity: 'Ask', amount }, rules({ locale: 'nl_NL' })).row?.amount).toBe(350000);
  });
});

test('a row reads the same from the sheet and from the store, whatever was typed', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constantFrom<Cell>(
      null,
      undefined,
      '',
      '\u0001',
      '\u0000Ask',
      '2026-11-16\u0007',
      46342,
      '__proto__',
      'Close',
      ' Ask ',
      '26\n',
    ),
  );
  const under = rules();
  fc.assert(
    fc.property(fc.array(cell, { minLength: 13, maxLength: 13 }), (typed) => {
      const cells = { date: typed[0], rep: typed[1], prospect: typed[2], deal: typed[3], activity: typed[4] };
      const rest = { outcome: typed[5], count: typed[6], amount: typed[7], channel: typed[8], minutes: typed[9] };
      const stored = line({ ...cells, ...rest, nextStep: typed[10], nextStepDate: typed[11], notes: typed[12] });
      expect(rowReader(under).read(cellsOf(stored))).toEqual(readTyped(typed, under));
    }),
  );
});
