import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { creditedReps, keyNow, scopes } from '../../../lambdas/domain/rows/rep-key.ts';
import { rules } from '../../support/rows.ts';

const { team } = rules({
  tabs: { Team: [['Rep', 'Email', 'Aliases'], ['Jane Doe', 'jane@example.com', 'JD'], ['Fred']] },
});
const keys = (cell: Cell) => creditedReps(cell, team).map(({ key }) => key);

describe('who is credited', () => {
  test.each<[string, Cell, string[]]>([
    ['nobody', '', []],
    ['nobody, but separators', ' ; ;', []],
    ['an unticked box', false, []],
    ['a name', 'Jane Doe', ['r:jane doe']],
    ['a name in another case and spacing', ' jane  DOE', ['r:jane doe']],
    ['an e-mail', 'JANE@example.com', ['r:jane doe']],
    ['an alias', 'jd', ['r:jane doe']],
    ['several', 'Fred; JD', ['r:fred', 'r:jane doe']],
    ['several in full width', 'Ｆｒｅｄ；ＪＤ', ['r:fred', 'r:jane doe']],
    ['one by name, e-mail and alias', 'JD;jane@example.com;Jane Doe', ['r:jane doe']],
    ['somebody off Team', 'Sam', ['r:sam']],
    ['somebody off Team twice', 'Sam; SAM', ['r:sam']],
    ['a number', 7, ['r:7']],
    ['names that objects have', '__proto__; constructor', ['r:__proto__', 'r:constructor']],
    ['a name from right to left and an emoji', 'ירדן; 🚀', ['r:ירדן', 'r:🚀']],
    ['a comma is part of a name', 'Doe, Jane', ['r:doe, jane']],
    ['names that keys have', 't; u', ['r:t', 'r:u']],
  ])('%s', (_, cell, expected) => {
    expect(keys(cell)).toEqual(expected);
  });

  test('of two spellings of one cell the first is the name', () => {
    expect(creditedReps('Sam; SAM', team)).toEqual([{ key: 'r:sam', name: 'Sam', onTeam: false }]);
  });

  test('nobody where a formula failed', () => {
    expect(keys('#REF!')).toEqual([]);
  });

  test.each([
    ['r:jd', 'r:jane doe'],
    ['r:jane@example.com', 'r:jane doe'],
    ['r:jane doe', 'r:jane doe'],
    ['r:sam', 'r:sam'],
    ['t', 't'],
    ['u', 'u'],
  ])('what stands under %s is now under %s', (key, now) => {
    expect(keyNow(team)(key)).toBe(now);
  });

  test('what two reps did counts for the team and for each; what nobody did, for the team and for nobody', () => {
    expect(scopes({ reps: ['r:jane doe', 'r:sam'] })).toEqual(['t', 'r:jane doe', 'r:sam']);
    expect(scopes({ reps: [] })).toEqual(['t', 'u']);
  });

  test('is called as Team spells it, else as typed', () => {
    expect(creditedReps('JD;  sam  SMITH', team)).toEqual([
      { key: 'r:jane doe', name: 'Jane Doe', onTeam: true },
      { key: 'r:sam smith', name: 'sam SMITH', onTeam: false },
    ]);
  });
});
