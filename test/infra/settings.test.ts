import { expect, test } from 'vitest';
import { readSettings, SETTING_NAMES } from '../../infra/settings.ts';
import { SERVICE_ACCOUNT, WORKBOOK } from './example.ts';

const read = (context: Record<string, unknown>) => readSettings((name) => context[name]);
const refusal = (context: Record<string, unknown>): string => {
  try {
    return `accepted: ${JSON.stringify(read(context))}`;
  } catch (error) {
    return String(error);
  }
};

test('nothing given takes the defaults, so that a bare synth works', () => {
  expect(read({})).toEqual({ workbooks: [], rateMinutes: 5, tracing: false });
});

test('asks for each setting by its name', () => {
  const asked: string[] = [];
  readSettings((name) => void asked.push(name));
  expect(asked).toEqual([...SETTING_NAMES]);
});

test('the command line gives text, cdk.json may give lists, numbers and booleans', () => {
  const settings = {
    workbooks: [WORKBOOK, `${WORKBOOK}x`],
    rateMinutes: 15,
    serviceAccount: SERVICE_ACCOUNT,
    tracing: true,
  };
  expect(read(settings)).toEqual(settings);
  expect(read({ ...settings, workbooks: `${WORKBOOK}, ${WORKBOOK}x,`, rateMinutes: '15', tracing: 'true' })).toEqual(
    settings,
  );
});

test('an address instead of an id is refused, with what to take of it', () => {
  const address = `https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit`;
  expect(refusal({ workbooks: address, serviceAccount: SERVICE_ACCOUNT })).toContain('between /d/ and /edit');
});

test('workbooks without an account that could read them are refused', () => {
  expect(refusal({ workbooks: WORKBOOK })).toContain('serviceAccount is missing');
});

test('the same workbook twice is refused: it would run twice', () => {
  expect(refusal({ workbooks: `${WORKBOOK},${WORKBOOK}`, serviceAccount: SERVICE_ACCOUNT })).toContain('twice');
});

test.each(['0', '1441', '2.5', 'soon', ''])('a rate of %j is refused', (rateMinutes) => {
  expect(refusal({ rateMinutes })).toContain('rateMinutes');
});

test('every wrong setting is named at once', () => {
  const message = refusal({ rateMinutes: 'soon', serviceAccount: 'nobody', tracing: 'perhaps' });
  for (const name of ['rateMinutes', 'serviceAccount', 'tracing']) expect(message).toContain(`\n  ${name} `);
});
