import { expect, test } from 'vitest';
import { askedInTime, someFailed } from '../../lambdas/dispatch/failed-accounts.ts';
import { SheetsError } from '../../lambdas/domain/sheets-errors.ts';

test.each([
  [1_000, 500_000, 21_000],
  [1_000, 9_000, 9_000],
])('at %i with a deadline of %i, Drive is asked until %i', (now, deadline, end) => {
  expect(askedInTime(now, deadline)()).toBe(end);
});

test('the alarm names each account with what it needs, and repeats no words of others', () => {
  const refusal = new SheetsError('not-shared', 'share it with the account.');
  const typed = new SyntaxError('Acme owes 5');
  const failed = [
    { account: 'a@example.com', error: refusal },
    { account: 'b@example.com', error: typed },
  ];
  const error = someFailed(failed);
  expect(error.errors).toEqual([refusal, typed]);
  expect(error.message).toMatch(
    /^Drive could not say what changed for 2 of the service accounts; the others were served\. a@example\.com: share it with the account\. b@example\.com: /,
  );
  expect(error.message).not.toContain('Acme');
});
