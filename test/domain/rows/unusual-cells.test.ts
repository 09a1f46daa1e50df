import { describe, expect, test } from 'vitest';
import { LONGEST_NAME, nameOf } from '../../../lambdas/domain/cells/name-cell.ts';
import { textOf } from '../../../lambdas/domain/cells/table.ts';
import { creditedReps } from '../../../lambdas/domain/rows/rep-key.ts';
import { rowsOf } from '../../../lambdas/domain/rows/snapshot.ts';
import { day, problemsOf, reading, rules, snapshotOf } from '../../support/rows.ts';

describe('a formula that failed', () => {
  test('names nobody: its row is one without that cell, and says so', () => {
    expect(problemsOf({ prospect: '#REF!' })).toEqual(['rejected prospect: no prospect']);
    expect(problemsOf({ rep: '#N/A' })).toEqual(['flagged rep: no rep']);
    expect(problemsOf({ deal: '#VALUE!' })).toEqual(['flagged deal: deal in error']);
    expect(problemsOf({ activity: '#NAME?' })).toEqual(['rejected activity: activity unknown']);
    expect(problemsOf({ activity: 'Attempt', outcome: 'Loading...' })).toEqual(['flagged outcome: outcome in error']);
    expect(reading({ activity: 'Attempt', outcome: '#N/A' }).row).toMatchObject({
      meaning: 'unconfirmed',
      outcome: '',
    });
    expect(reading({ deal: '#REF!' }).row?.deal).toBe('');
  });

  test('decides no close', () => {
    expect(problemsOf({ activity: 'Close', outcome: '#N/A' })).toEqual(['rejected outcome: close outcome unknown']);
  });

  test('is no member of the team and no outcome of the list', () => {
    const tabs = { Team: [['Rep'], ['#REF!'], ['Jane']], Outcomes: [['Outcome'], ['#N/A']] };
    const { team, outcomes, problems } = rules({ tabs });
    expect(team.members.map(({ name }) => name)).toEqual(['Jane']);
    expect(outcomes).toEqual([]);
    expect(problems.map(({ address, got }) => `${address} ${got}`)).toEqual(['Team!A2 #REF!', 'Outcomes!A2 #N/A']);
  });
});

describe('a name', () => {
  test.each([
    'Jane\u200b',
    '\ufeffJane',
    'Ja\u00adne',
    '\u202eJane\u202c',
    '\u2066Jane\u2069',
    'Ｊａｎｅ',
    ' Jane\u0085',
  ])('is the same with what nobody sees: %j', (typed) => {
    expect(creditedReps(typed, rules().team)).toEqual([{ key: 'r:jane', name: 'Jane', onTeam: false }]);
  });

  test('keeps the joiners of emoji and scripts, and half a pair becomes a visible mark', () => {
    for (const name of ['👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष']) expect(textOf(name)).toBe(name);
    expect(textOf('\ud83dx')).toBe('\ufffdx');
  });

  test('that is too long is cut, and two of them stay two', () => {
    const [one, other] = ['a', 'b'].map((last) => nameOf(`${'😀'.repeat(25_000)}${last}`));
    expect(one).not.toBe(other);
    expect(one).toMatch(/^😀{89,90}\.\.\. #[\w-]{8}$/u);
    expect(nameOf(one)).toBe(one);
    expect(nameOf(`ACME ${'x'.repeat(400)}`).slice(-8)).toBe(nameOf(`acme ${'x'.repeat(400)}`).slice(-8));
    expect(nameOf('x'.repeat(LONGEST_NAME))).toHaveLength(LONGEST_NAME);
    const { problems } = reading({ date: 'y'.repeat(50_000) });
    expect(problems[0]?.got).toHaveLength(LONGEST_NAME);
  });

  test('stands with at most 49 others in a cell', () => {
    const names = (n: number) => Array.from({ length: n }, (_, at) => `Rep ${at}`).join(';');
    expect(problemsOf({ rep: names(50) })).toEqual([]);
    expect(problemsOf({ rep: names(51) })).toEqual(['rejected rep: too many reps']);
  });
});

test('an amount below 0 is none, unless it was given back', () => {
  const close = (outcome: string) => ({ activity: 'Close', outcome, amount: -5 });
  expect(problemsOf({ activity: 'Ask', amount: '(5)' })).toEqual(['flagged amount: amount negative']);
  expect(problemsOf(close('Booked'))).toEqual(['flagged amount: amount negative']);
  expect(reading(close('Booked')).row?.amount).toBeUndefined();
  expect(problemsOf(close('Refunded'))).toEqual([]);
  expect(reading(close('Refunded')).row?.amount).toBe(-500);
});

test('a header inside the data is passed over, however its columns are spelt; a row that only looks a little like it is not', () => {
  const header = ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Check'];
  const row = [day('2026-11-16'), 'Jane', 'Acme', 'Follow-up', ''];
  const again = ['TIMESTAMP', 'owner', 'Account ', 'Activity_type', 'Result', 'check'];
  const snapshot = snapshotOf([
    header,
    row,
    header,
    row,
    again,
    row,
    ['Date'],
    ['Date', 'Jane', 'Prospect', 'Activity'],
  ]);
  expect(rowsOf(snapshot).map(({ at }) => at)).toEqual([1, 3, 5, 6, 7]);
  expect(snapshot.repDays.flatMap(({ lines }) => lines)).toHaveLength(5);
});
