import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { readDrills } from '../../../lambdas/domain/inputs/drills.ts';

const read = (...rows: readonly Cell[][]) => readDrills([['Drill', 'Trains', 'Script'], ...rows]);

describe('the Drills tab', () => {
  test('names drills, the step that each trains, and what to say', () => {
    const rows = [['Five whys', 'opp', 'Ask why.'], [], ['Silence', 'CLOSE'], ['Warm up', '', 'Anything']];
    expect(read(...rows)).toEqual({
      problems: [],
      drills: [
        { name: 'Five whys', trains: 'opportunity', script: 'Ask why.' },
        { name: 'Silence', trains: 'close', script: '' },
        { name: 'Warm up', script: 'Anything' },
      ],
    });
  });

  test('may stand in any order and under other headers', () => {
    const grid = [['Role plays of the team'], ['Script', 'Step', 'exercise'], ['Say it.', 'Ask', 'The price']];
    expect(readDrills(grid).drills).toEqual([{ name: 'The price', trains: 'ask', script: 'Say it.' }]);
  });

  test('is optional', () => {
    expect(readDrills(undefined)).toEqual({ drills: [], problems: [] });
    expect(readDrills([['Drill', 'Trains', 'Script']])).toEqual({ drills: [], problems: [] });
  });

  test.each<[Cell[], string, string, string]>([
    [['', 'Ask', 'Say it.'], 'Drills!A2', 'the name of a drill', 'nothing'],
    [['Dance', 'Dancing'], 'Drills!B2', 'Attempt to connect, Opportunity, Ask or Close, or blank for any', 'Dancing'],
    [['Forms', 'Admin'], 'Drills!B2', 'Attempt to connect, Opportunity, Ask or Close, or blank for any', 'Admin'],
    [['Props', 'toString'], 'Drills!B2', 'Attempt to connect, Opportunity, Ask or Close, or blank for any', 'toString'],
  ])('lists %j', (row, address, expected, got) => {
    expect(read(row)).toEqual({ drills: [], problems: [{ address, expected, got }] });
  });

  test('lists a drill that is there twice', () => {
    const { drills, problems } = read(['Five whys', 'Ask'], ['five  Whys', 'Close']);
    expect(drills).toHaveLength(1);
    expect(problems).toEqual([{ address: 'Drills!A3', expected: 'a name that no other drill has', got: 'five Whys' }]);
  });

  test('without a header that can be used says so', () => {
    expect(readDrills([['Trains'], ['Ask']]).problems[0]?.expected).toContain('has no column "Drill"');
  });
});
