import { expect, test } from 'vitest';
import { accountFor } from '../../../local/commands/register.ts';

const [A, B, C] = ['a@example.com', 'b@example.com', 'c@example.com'];
const book = (workbook: string, account: string) => ({ workbook, account });

test.each([
  ['the first while nothing is registered', [A, B], [], undefined, A],
  ['the one with the fewest workbooks', [A, B], [book('x', A)], undefined, B],
  ['of several with as many, the first', [A, B, C], [book('x', A), book('y', B), book('z', C)], undefined, A],
  ['the one that it is registered with', [A, B], [book('new', A), book('x', A)], undefined, A],
  ['also when the deployment no longer names that', [B], [book('new', A)], undefined, A],
  ['the one that was asked for', [A, B], [book('new', A)], B, B],
])('acts as %s', (_, known, registered, asked, account) => {
  expect(accountFor(known, 'new', registered, asked)).toBe(account);
});

test('one that the deployment does not know is refused, and so is none', () => {
  expect(() => accountFor([A], 'new', [], B)).toThrow(`not among the accounts of the deployment: ${A}`);
  expect(() => accountFor([], 'new', [], undefined)).toThrow('serviceAccounts');
});
