import { describe, expect, test } from 'vitest';
import { isLook, LOOK, look } from '../../lambdas/dispatch/look.ts';
import { SheetsError } from '../../lambdas/domain/sheets-errors.ts';
import { plainRegistry } from '../support/plain-registry.ts';

test.each<[unknown, boolean]>([
  [LOOK, true],
  [JSON.parse(JSON.stringify(LOOK)), true],
  [{ look: true, time: 'now' }, true],
  [{ look: false }, false],
  [{ look: 'true' }, false],
  [{}, false],
  [{ source: 'aws.events' }, false],
  [null, false],
  [undefined, false],
  ['look', false],
  [true, false],
])('%j is a look: %s', (event, expected) => {
  expect(isLook(event)).toBe(expected);
});

describe('a look', () => {
  const refusal = new SheetsError('not-shared', 'share it');
  const registry = plainRegistry().open(() => 0);
  const asked: string[] = [];
  const drive = (fails: Readonly<Record<string, Error>>) => (account: string) => ({
    async startPageToken() {
      asked.push(account);
      const error = fails[account];
      if (error) throw error;
      return '1';
    },
  });

  test('asks once as each account of the settings and of the workbooks, and says who was refused', async () => {
    await registry.register({ workbook: 'x', title: 'X', account: 'b@example.com' });
    await registry.register({ workbook: 'y', title: 'Y', account: 'c@example.com' });
    await registry.register({ workbook: 'z', title: 'Z', account: 'c@example.com' });
    const serviceAccounts = ['a@example.com', 'b@example.com'];
    expect(await look({ registry, drive: drive({ 'b@example.com': refusal }), serviceAccounts })).toEqual({
      accounts: [
        { account: 'a@example.com' },
        { account: 'b@example.com', refused: { kind: refusal.kind, message: refusal.message } },
        { account: 'c@example.com' },
      ],
    });
    expect(asked).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
  });

  test('is no answer where the program itself fails', async () => {
    const bug = new Error('a bug');
    await expect(
      look({ registry, drive: drive({ 'a@example.com': bug }), serviceAccounts: ['a@example.com'] }),
    ).rejects.toBe(bug);
  });
});
