import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { look } from '../../../lambdas/dispatch/look.ts';
import { SheetsError } from '../../../lambdas/domain/sheets-errors.ts';
import type { Failure } from '../../../lambdas/google/failure.ts';
import { federationRefused, impersonationRefused } from '../../../lambdas/google/refused-federation.ts';
import { checkFunctions } from '../../../local/doctor/functions.ts';
import type { HttpAnswer } from '../../support/local-http.ts';
import { type OwnersAws, startOwnersAws } from '../../support/owners-aws.ts';

const ACCOUNT = 'reports@example.iam.gserviceaccount.com';
const OTHER = 'more@example.iam.gserviceaccount.com';
const PROVIDER = '//iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/leadsheet/providers/aws';

let aws: OwnersAws;
beforeEach(async () => {
  aws = await startOwnersAws();
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

const check = (outputs: object = {}) =>
  checkFunctions({ env: {}, outputs: { dispatchFunction: 'Dispatch1', googleAudience: PROVIDER, ...outputs } });

/** What dispatch tells, when Drive answers the accounts so. */
async function tells(refusals: Readonly<Record<string, Error | undefined>>): Promise<void> {
  const told = await look({
    registry: { list: async () => [] },
    drive: (account) => ({
      async startPageToken() {
        if (refusals[account]) throw refusals[account];
        return '1';
      },
    }),
    serviceAccounts: Object.keys(refusals),
  });
  aws.invoked = (_, event) => (event === '{"look":true}' ? json(told) : json(null));
}

const json = (value: unknown): HttpAnswer => ({ status: 200, body: JSON.stringify(value) });
const fault = (errorType: string, errorMessage: string): HttpAnswer => ({
  ...json({ errorType, errorMessage, trace: [] }),
  headers: { 'x-amz-function-error': 'Unhandled' },
});
const refusedByAws = (status: number, type: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
  body: JSON.stringify({ Message: `${type}: as AWS words it` }),
});
const said = (status: number, reason: string, message: string): Failure => ({
  kind: 'answer',
  status,
  reason,
  message,
});

test('let in: says as whom', async () => {
  await tells({ [ACCOUNT]: undefined, [OTHER]: undefined });
  expect(await check()).toEqual({
    name: 'Functions at Google',
    status: 'ok',
    said: `Google lets them in as ${ACCOUNT}, ${OTHER}`,
  });
});

describe('Google refuses the functions', () => {
  const condition = said(400, 'unauthorized_client', 'The given credential is rejected by the attribute condition.');
  const denied = said(403, 'IAM_PERMISSION_DENIED', "Permission 'iam.serviceAccounts.getAccessToken' denied");
  const off = said(403, 'SERVICE_DISABLED', 'It is disabled.');
  test.each([
    ['federation', federationRefused(condition, PROVIDER), /names other AWS roles/, /names of the roles.*update-aws/],
    [
      'impersonation',
      impersonationRefused(denied, ACCOUNT),
      /may not act as reports@/,
      /the grants that .*--google-setup/,
    ],
    [
      'no such account',
      impersonationRefused(said(404, 'NOT_FOUND', 'gone'), ACCOUNT),
      /no service acc/,
      /serviceAccounts/,
    ],
    [
      'an API that is off',
      impersonationRefused(off, ACCOUNT),
      /switched off/,
      /^Run: gcloud services enable .*iamcred/,
    ],
    ['quota', new SheetsError('quota', 'The quota of this minute is used up.'), /quota of this/, /in a minute/],
    ['a key', new SheetsError('credentials', 'The secret has no text.'), /has no text/, /Do as it says/],
  ])('%s', async (_, refusal, cause, cure) => {
    await tells({ [ACCOUNT]: refusal });
    expect(await check()).toEqual({
      name: 'Functions at Google',
      status: 'failed',
      said: expect.stringMatching(cause),
      cure: expect.stringMatching(cure),
    });
  });

  test('all accounts with the same words: said once; the ones that are let in are not named', async () => {
    const refusal = federationRefused(condition, PROVIDER);
    await tells({ [ACCOUNT]: refusal, [OTHER]: refusal, 'fine@example.com': undefined });
    const { said: words } = await check();
    expect(words).toMatch(new RegExp(`^As ${ACCOUNT}, ${OTHER}: Google's federation`));
    expect(words.match(/federation did not/g)).toHaveLength(1);
    expect(words).not.toContain('fine@');
  });
});

describe('the function cannot be asked, or fails', () => {
  test.each([
    [
      'no leave',
      refusedByAws(403, 'AccessDeniedException'),
      'skipped',
      /may not have.*Dispatch1/,
      /lambda:InvokeFunction/,
    ],
    ['not there', refusedByAws(404, 'ResourceNotFoundException'), 'failed', /Dispatch1, and it is not/, /cdk deploy/],
    ['no room', refusedByAws(429, 'TooManyRequestsException'), 'failed', /does not start/, /dispatch-throttles/],
    ['AWS is ill', refusedByAws(500, 'ServiceException'), 'failed', /did not answer.*Service/, /look again/],
    ['too slow', fault('Sandbox.Timedout', 'Task timed out after 60.00 seconds'), 'failed', /timed out/, /Look again/],
    ['a setting', fault('Error', 'The environment is not complete: X'), 'failed', /Error: The env.*X/, /cdk deploy/],
    ['an older version', json(null), 'skipped', /older version/, /cdk deploy/],
    ['no account yet', json({ accounts: [] }), 'skipped', /no service account/, undefined],
  ] as const)('%s', async (_, answer, status, words, cure) => {
    aws.invoked = () => answer;
    const finding = await check();
    expect(finding).toMatchObject({ status, said: expect.stringMatching(words) });
    expect(finding.cure ?? '').toMatch(cure ?? /^$/);
  });

  test('nothing is invoked of a service on this machine, nor of one that has no way to sign in', async () => {
    aws.invoked = () => fault('Error', 'invoked');
    expect((await check({ dispatchFunction: undefined })).status).toBe('skipped');
    expect((await check({ googleAudience: undefined })).status).toBe('skipped');
  });
});
