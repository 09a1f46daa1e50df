import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { leadsheetIn } from '../support/e2e-command.ts';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';

const ACCOUNT = 'reports@example-project.iam.gserviceaccount.com';
let service: TestService;
let env: Environment;
beforeAll(async () => {
  service = await testService({ book: smallSample(1) });
  env = { ...service.env, [ENV.serviceAccounts]: `${ACCOUNT},second@example-project.iam.gserviceaccount.com` };
});
afterAll(() => service.close());
const run = (...args: readonly string[]) => leadsheetIn(env, ...args);

describe('the registry by the command line', () => {
  test('without a workbook it says how to add one', async () => {
    expect(await run('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('leadsheet register') });
  });

  test('an address in, its title and the account to share it with out; then it is listed, as it is', async () => {
    const added = await run('register', `https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit#gid=0`);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(
      new RegExp(`^Registered ".+" \\(${WORKBOOK}\\)\\. Share it with ${ACCOUNT} as Editor`),
    );
    expect((await run('list')).stdout).toMatch(new RegExp(`${WORKBOOK}  as ${ACCOUNT}: not read yet\\n1 workbook\\n$`));
    expect((await run('sync', WORKBOOK)).code).toBe(0);
    expect((await run('list')).stdout).toContain('reports stand');
    service.server.replaceTab(WORKBOOK, 'Activity', [['Date', 'Rep']]);
    expect((await run('sync', WORKBOOK)).code).toBe(3);
    const [listed] = JSON.parse((await run('list', '--json')).stdout) as Record<string, unknown>[]; // as documented
    expect(listed).toMatchObject({
      workbook: WORKBOOK,
      state: 'stopped',
      message: expect.stringContaining('Prospect'),
    });
  });

  test('a spreadsheet that Google does not show is registered with a warning; another account if it is known', async () => {
    const second = 'second@example-project.iam.gserviceaccount.com';
    const added = await run('register', 'no-such-spreadsheet', '--account', second);
    expect(added).toMatchObject({ code: 0, stderr: expect.stringContaining('leadsheet doctor no-such-spreadsheet') });
    service.server.faults.next({ answer: 403 });
    expect(await run('sync', 'no-such-spreadsheet')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(second),
    });
    const refused = await run('register', 'other', '--account', 'nobody@example.com');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(ACCOUNT) });
    expect((await run('list')).stdout).toMatch(/2 workbooks\n$/);
  });

  test('unregistered, it is no longer listed; twice says so', async () => {
    expect(await run('unregister', 'no-such-spreadsheet')).toMatchObject({ code: 0 });
    expect(await run('unregister', 'no-such-spreadsheet')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('was not registered'),
    });
    expect((await run('list')).stdout).toMatch(/1 workbook\n$/);
  });

  test('redrive needs the stack, and says so', async () => {
    expect(await run('redrive')).toMatchObject({ code: 1, stderr: expect.stringContaining('told by the stack') });
  });
});
