import { describe, expect, test } from 'vitest';
import { judgeAwsRefusal } from '../../../local/doctor/aws-identity.ts';
import { checklist, exitCodeOf } from '../../../local/doctor/checklist.ts';
import { judgeClock } from '../../../local/doctor/clock.ts';
import { failed, ok, skipped } from '../../../local/doctor/finding.ts';
import { googleSetup } from '../../../local/doctor/google-setup.ts';
import { judgeSignIn } from '../../../local/doctor/google-sign-in.ts';
import { judgeQueues } from '../../../local/doctor/queues.ts';
import { judgeSharing } from '../../../local/doctor/sharing.ts';
import { judgeTable } from '../../../local/doctor/table.ts';

const DATE = 'Mon, 16 Nov 2026 09:30:00 GMT';
const at = (seconds: number) => judgeClock(Date.parse(DATE) + seconds * 1000, DATE);

test('a clock may be off by a minute, either way', () => {
  expect([at(60), at(-60), judgeClock(0, null)].map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  expect(at(61).said).toMatch(/61 seconds ahead/);
  expect(at(-300).said).toMatch(/5 minutes behind/);
});

test.each([
  ['CredentialsProviderError: Could not load credentials from any providers', /no AWS credentials/, /aws sso login/],
  ['Region is missing', /No AWS region/, /AWS_REGION/],
  ['ExpiredToken: The security token included in the request is expired', /does not accept the cred/, /sign in anew/],
  ['SignatureDoesNotMatch: Signature not yet current', /signature/, /clock/],
  ['TimeoutError: socket hang up', /did not say who asks/, /network/],
])('AWS says %s', (words, said, cure) => {
  expect(judgeAwsRefusal(words)).toMatchObject({
    said: expect.stringMatching(said),
    cure: expect.stringMatching(cure),
  });
});

describe('sharing', () => {
  const editor = { emailAddress: 'Reports@example.com', role: 'writer' };
  test.each([
    ['asked as the account itself', { capabilities: { canEdit: true } }, 'reports@example.com', 'ok'],
    ['the account itself may read only', { capabilities: { canEdit: false } }, 'reports@example.com', 'failed'],
    ['asked as a person who sees the list', { permissions: [editor] }, 'me@example.com', 'ok'],
    ['asked as a person, and the account is not there', { permissions: [] }, 'me@example.com', 'failed'],
    ['asked as a person who sees no list', {}, 'me@example.com', 'skipped'],
  ] as const)('%s', (_, file, asking, status) => {
    expect(
      judgeSharing(
        { ...file, permissions: 'permissions' in file ? [...file.permissions] : undefined },
        asking,
        'reports@example.com',
      ).status,
    ).toBe(status);
  });
});

test('a table that is being made, or that keeps what has expired', () => {
  const table = {
    TableStatus: 'ACTIVE' as const,
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' as const },
      { AttributeName: 'sk', KeyType: 'RANGE' as const },
    ],
    AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
  };
  expect(judgeTable('t', table, undefined).status).toBe('ok');
  expect(judgeTable('t', { ...table, TableStatus: 'CREATING' }, undefined).said).toMatch(/CREATING/);
  expect(judgeTable('t', table, { TimeToLiveStatus: 'DISABLED' }).cure).toMatch(
    /time to live on, by the attribute expires/,
  );
});

test('credentials of Google that are refused, and a Google that is away', () => {
  const answered = (status: number, error: string) =>
    Object.assign(new Error(error), { response: { status, data: { error } } });
  expect(judgeSignIn(answered(400, 'invalid_grant'), 'a@b').said).toMatch(/refused the credentials \(invalid_grant\)/);
  for (const status of [408, 429, 503]) {
    expect(judgeSignIn(answered(status, 'backend'), 'a@b').cure).toMatch(/network/);
  }
  expect(judgeSignIn(new Error('Could not load the default credentials.'), 'a@b').cure).toMatch(
    /--impersonate-service-account=a@b/,
  );
});

test('the checklist says cause and cure, and how many failed', () => {
  const findings = [
    ok('Clock', 'right'),
    skipped('Table', 'no deployment'),
    failed('Tabs and header', 'No header.', 'Type one.'),
  ];
  expect(checklist(findings)).toBe(
    [
      '✓ Clock            right',
      '– Table            no deployment',
      '✗ Tabs and header  No header.',
      '                   → Type one.',
      '',
      '1 of 3 checks failed.',
      '',
    ].join('\n'),
  );
  expect([exitCodeOf([]), exitCodeOf(findings), exitCodeOf([...findings, failed('Clock', 'off', 'set')])]).toEqual([
    0, 3, 1,
  ]);
});

test('dead letters of a stage are redriven, those of a start by the clock are not', () => {
  const stage = { name: 'ingest dead letters', deadLetters: true, waiting: 1 };
  const tick = { name: 'dispatch dead letters', deadLetters: true, byClock: true, waiting: 4 };
  expect(judgeQueues([stage, tick]).cure).toContain('leadsheet redrive');
  expect(judgeQueues([{ ...stage, waiting: 0 }, tick]).cure).toMatch(/^(?!.*redrive).*The clock starts it again/);
});

describe('the commands of the Google side', () => {
  test('name what is known, and nothing is left to fill in', () => {
    const text = googleSetup({
      accountId: '123456789012',
      roleArns: ['arn:aws:iam::123456789012:role/path/Ingest-A1', 'arn:aws:iam::123456789012:role/Report-B2'],
      serviceAccounts: ['one@sales-1.iam.gserviceaccount.com', 'two@sales-1.iam.gserviceaccount.com'],
    });
    expect(text).toContain(`--attribute-condition="attribute.aws_role in ['Ingest-A1', 'Report-B2']"`);
    // Its whole ARN does not fit into the 127 bytes of a subject.
    expect(text).toContain(`google.subject=assertion.arn.extract('assumed-role/{role}/')`);
    expect(text.match(/roles\/iam\.workloadIdentityUser/g)).toHaveLength(4);
    expect(text).toContain(
      '-c serviceAccounts=one@sales-1.iam.gserviceaccount.com,two@sales-1.iam.gserviceaccount.com',
    );
    expect(text).toContain(
      '-c googleAudience="//iam.googleapis.com/projects/$PROJECT_NUMBER/locations/global/workloadIdentityPools/leadsheet/providers/leadsheet-aws"',
    );
    expect(text).not.toMatch(/_ROLE|AWS_ACCOUNT_ID|=PROJECT_ID/);
    // "This value must be 4-32 characters, and may contain the characters [a-z0-9-]. The prefix gcp- is reserved."
    const made = [...text.matchAll(/(?:workload-identity-pools create|providers create-aws) (\S+)/g)].map(
      ([, id]) => id,
    );
    expect(made).toHaveLength(2);
    for (const id of made) expect(id).toMatch(/^(?!gcp-)[a-z0-9-]{4,32}$/);
  });

  test('explain what is not known yet', () => {
    const text = googleSetup({ roleArns: [], serviceAccounts: [] });
    expect(text).toMatch(/# PROJECT_ID: .*projects create/);
    expect(text).toMatch(/# AWS_ACCOUNT_ID: twelve digits/);
    expect(text).toMatch(/# \.\.\._ROLE: .*made by the first deployment/);
    expect(text).toContain("['DISPATCH_ROLE', 'INGEST_ROLE', 'REPORT_ROLE']");
  });
});
