import { expect, test } from 'vitest';
import type { PaceStatus } from '../../lambdas/domain/targets/pace.ts';
import { whoIsBehind } from '../../lambdas/tabs/pace-status.ts';

const paces = (...statuses: readonly PaceStatus[]) => statuses.map((status) => ({ status, expected: 9 }));

test.each([
  ['nobody to judge', paces('off', 'too few to tell'), undefined],
  ['all', paces('behind', 'caution', 'on pace'), '1 of 3 reps behind pace'],
  ['nobody behind', paces('caution', 'on pace'), 'nobody behind pace'],
  ['one', paces('behind'), '1 of 1 rep behind pace'],
  ['some', paces('behind', 'behind', 'on pace', 'off'), '2 of the 3 reps who can be judged are behind pace'],
  ['one of some', paces('behind', 'on pace', 'too few to tell'), '1 of the 2 reps who can be judged is behind pace'],
  ['none of some', paces('caution', 'on pace', 'off'), 'none of the 2 reps who can be judged is behind pace'],
  ['somebody who is not on Team', paces('behind', 'on pace', 'not expected'), '1 of 2 reps behind pace'],
  ['the only one', paces('behind', 'off'), 'the only rep who can be judged is behind pace'],
  ['not the only one', paces('on pace', 'off'), 'the only rep who can be judged is not behind pace'],
])('of whom it is said: %s', (_, all, words) => {
  expect(whoIsBehind(all, 'pace')).toBe(words);
  expect(whoIsBehind(all)).toBe(words?.replace(/ pace$/, ''));
});
