import { expect, test } from 'vitest';
import { isAllowed } from '../../lambdas/sync-now/allowed.ts';

const LIST = ['Boss@Example.com', '@team.example.org'];

test.each(['boss@example.com', 'BOSS@EXAMPLE.COM', 'anybody@team.example.org', 'Any.Body@TEAM.example.org'])(
  '%s may ask',
  (email) => expect(isAllowed(email, LIST)).toBe(true),
);

test.each([
  'rep@example.com',
  'xboss@example.com',
  'boss@example.com.evil.test',
  'anybody@example.org',
  'anybody@sub.team.example.org',
  'anybody@evilteam.example.org',
  'a@team.example.org@evil.test',
  '@team.example.org.evil.test',
  '',
])('%s may not', (email) => expect(isAllowed(email, LIST)).toBe(false));

test('an empty list is nobody', () => expect(isAllowed('boss@example.com', [])).toBe(false));
