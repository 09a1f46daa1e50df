import { describe, expect, test } from 'vitest';
import { failureOf, NO_TIME_LEFT, storeError, UNPROCESSED } from '../../lambdas/store/failure.ts';

const named = (name: string, more: object = {}) => Object.assign(new Error('said so'), { name, ...more });

describe('a failure', () => {
  test.each([
    ...[
      'ProvisionedThroughputExceededException',
      'RequestLimitExceeded',
      'Throttling',
      'ThrottlingException',
      'TooManyRequestsException',
    ].map((name) => [name, 'throttled']),
    ...['InternalServerError', 'InternalFailure', 'ServiceUnavailable', 'TimeoutError', 'RequestTimeout'].map(
      (name) => [name, 'broken'],
    ),
    ['ConditionalCheckFailedException', 'conditional'],
    ['ValidationException', 'refused'],
    ['ResourceNotFoundException', 'refused'],
  ])('named %s is %s', (name, kind) => {
    expect(failureOf(named(name))).toBe(kind);
  });

  test.each([
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
  ])('of the network, %s, passes by itself', (code) => {
    expect(failureOf(named('Error', { code }))).toBe('broken');
  });

  test.each<[string, unknown, string]>([
    ['a batch that was not all done', UNPROCESSED, 'throttled'],
    ['a run whose time is over', NO_TIME_LEFT, 'broken'],
    ['500', named('X', { $metadata: { httpStatusCode: 500 } }), 'broken'],
    ['503', named('X', { $metadata: { httpStatusCode: 503 } }), 'broken'],
    ['499', named('X', { $metadata: { httpStatusCode: 499 } }), 'refused'],
    ['a status that is no number', named('X', { $metadata: { httpStatusCode: '503' } }), 'refused'],
    [
      'a clock that was wrong and is set',
      named('X', { $metadata: { httpStatusCode: 403, clockSkewCorrected: true } }),
      'broken',
    ],
    [
      'a clock that was not the matter',
      named('X', { $metadata: { httpStatusCode: 403, clockSkewCorrected: false } }),
      'refused',
    ],
    ['half an answer', new SyntaxError('end of input'), 'broken'],
    ['nothing known', named('X', { $metadata: null, code: 7 }), 'refused'],
    ['no error at all', 'words', 'refused'],
  ])('%s', (_, error, kind) => {
    expect(failureOf(error)).toBe(kind);
  });
});

describe('the error that a person reads', () => {
  test('of throttling: nothing is half done', () => {
    const cause = named('ThrottlingException');
    expect(storeError('write items', cause)).toMatchObject({ name: 'StoreError', kind: 'busy', cause });
    const error = storeError('write items', UNPROCESSED);
    expect(error.message).toBe(
      'DynamoDB throttled the request to write items for longer than there was time. Nothing is half done: run it again; if it happens often, look at the throttling metrics of the table and at its limits in the account.',
    );
    expect(error.cause).toBeUndefined();
  });

  test('of a run whose time is over: the next one goes on', () => {
    const error = storeError('write items', NO_TIME_LEFT);
    expect([error.kind, error.cause, error.said]).toEqual(['unavailable', undefined, undefined]);
    expect(error.message).toBe(
      'This run reached its time limit before it could write items. Nothing is half done: the next run goes on.',
    );
  });

  test.each([
    ['ValidationException', 'said so'],
    ['TimeoutError', 'said so'],
    ['AccessDeniedException', undefined],
    ['ResourceNotFoundException', undefined],
    ['ThrottlingException', undefined],
  ])('of %s marks as the words of the service: %s', (name, said) => {
    expect(storeError('write items', named(name)).said).toBe(said);
  });

  test('of a silent service: what to look at', () => {
    const cause = named('TimeoutError');
    expect(storeError('read the head', cause)).toMatchObject({ kind: 'unavailable', cause });
    expect(storeError('read the head', cause).message).toBe(
      'DynamoDB did not answer the request to read the head (TimeoutError: said so). Nothing is half done: run it again; if it goes on, check the network, the region and the endpoint, and the AWS health dashboard.',
    );
  });

  test.each([
    ['ResourceNotFoundException', 'Check the name of the table and the region, and that it is deployed.'],
    ...[
      'AccessDeniedException',
      'UnrecognizedClientException',
      'MissingAuthenticationToken',
      'InvalidSignatureException',
      'ExpiredTokenException',
      'CredentialsProviderError',
    ].map((name) => [name, 'Check the credentials, and that the role may use this table.']),
    ['ValidationException', 'Waiting will not help: this is a fault in the program or in its configuration.'],
  ])('of %s: %s', (name, advice) => {
    const cause = named(name);
    expect(storeError('read table t', cause)).toMatchObject({ kind: 'refused', cause });
    expect(storeError('read table t', cause).message).toBe(
      `DynamoDB refused to read table t (${name}: said so). ${advice}`,
    );
  });

  test('of something that is no error: its text', () => {
    expect(storeError('read table t', 'words').message).toBe(
      'DynamoDB refused to read table t (words). Waiting will not help: this is a fault in the program or in its configuration.',
    );
  });
});
