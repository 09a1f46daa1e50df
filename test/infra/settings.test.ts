import { expect, test } from 'vitest';
import { readSettings, SETTING_NAMES } from '../../infra/settings.ts';
import { AUDIENCE, KEY_SECRET, SERVICE_ACCOUNT, SETTINGS, SYNC, WORKBOOK } from './example.ts';

const read = (context: Record<string, unknown>) => readSettings((name) => context[name]);
const refusal = (context: Record<string, unknown>): string => {
  try {
    return `accepted: ${JSON.stringify(read(context))}`;
  } catch (error) {
    return String(error);
  }
};
const second = 'second@example-project.iam.gserviceaccount.com';

test('nothing given takes the defaults, so that a bare synth works', () => {
  expect(read({})).toEqual({
    workbook: [],
    serviceAccounts: [],
    syncAudiences: [],
    syncAllowed: [],
    tracing: false,
    maxReadUnits: 2000,
    maxWriteUnits: 1000,
  });
});

test('a workbook alone is enough', () => {
  expect(read({ workbook: WORKBOOK })).toMatchObject({ workbook: [WORKBOOK], serviceAccounts: [] });
});

test('asks for each setting by its name', () => {
  const asked = new Set<string>();
  readSettings((name) => void asked.add(name));
  for (const name of SETTING_NAMES) expect(asked).toContain(name);
});

test('the command line gives text, cdk.json may give lists, numbers and booleans', () => {
  const settings = { ...SETTINGS, ...SYNC, serviceAccounts: [SERVICE_ACCOUNT, second], tracing: true };
  expect(read(settings)).toEqual(settings);
  const text = {
    workbook: `${WORKBOOK},`,
    serviceAccounts: `${SERVICE_ACCOUNT}, ${second}`,
    syncAudiences: SYNC.syncAudiences.join(','),
    syncAllowed: SYNC.syncAllowed.join(', '),
    tracing: 'true',
    maxReadUnits: '2000',
    maxWriteUnits: '1000',
  };
  expect(read({ ...settings, ...text })).toEqual(settings);
});

test('an address instead of an id is refused, with what to take of it', () => {
  const address = `https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit`;
  expect(refusal({ workbook: address })).toContain('between /d/ and /edit');
});

test.each([
  ['workbook', `${WORKBOOK},${WORKBOOK}`, 'twice'],
  ['serviceAccounts', 'nobody', 'is no e-mail address'],
  ['googleAudience', AUDIENCE.slice('//iam.googleapis.com/'.length), 'is no provider'],
  ['googleKeySecret', 'leadsheet/google', 'is no full ARN'],
  ['googleKeySecret', KEY_SECRET.slice(0, -7), 'is no full ARN'],
  ['alarmEmail', 'nobody', 'is no e-mail address'],
  ['syncAllowed', 'everybody', 'is neither an e-mail address nor @domain'],
  ['tracing', 'perhaps', 'must be true or false'],
  ['maxReadUnits', 'many', 'is no number'],
  ['maxWriteUnits', '2.5', 'must be a whole number'],
  ['maxWriteUnits', '0', 'must be at least 10'],
  ['maxReadUnits', '1000000', 'must be at most 40000'],
])('%s = %j is refused, with what to do', (name, value, words) => {
  expect(refusal({ [name]: value })).toMatch(new RegExp(`\n  ${name}[.0-9]* .*${words}`));
});

test('there is one way to sign in at Google', () => {
  expect(refusal({ googleAudience: AUDIENCE, googleKeySecret: KEY_SECRET })).toContain('keep one way to sign in');
});

test('sync-now is told whose tokens and which people, or it is off', () => {
  expect(refusal({ syncAllowed: '@example.com' })).toContain('syncAudiences is missing');
  expect(refusal({ syncAudiences: '1.apps.googleusercontent.com' })).toContain('syncAllowed is missing');
});

test.each([
  ['workbooks', 'workbook'],
  ['serviceAccount', 'serviceAccounts'],
])('%s is no setting, and says so instead of being passed over', (wrong, right) => {
  expect(refusal({ [wrong]: 'x' })).toContain(`${wrong} is no setting: write ${right}`);
});

test('every wrong setting is named at once', () => {
  const message = refusal({ workbooks: WORKBOOK, alarmEmail: 'nobody', tracing: 'perhaps' });
  for (const name of ['workbooks', 'alarmEmail', 'tracing']) expect(message).toContain(`\n  ${name} `);
});
