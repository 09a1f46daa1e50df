import type { HttpAnswer } from './local-http.ts';

/** Typed by people in every place where one can type; it must be found on no line of a log, in no metric and no message. */
export const CANARY = 'Kanarienvogel';

const echo =
  (status: number, over: object = {}) =>
  (body: string): HttpAnswer => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      error: {
        code: status,
        status: 'INVALID_ARGUMENT',
        message: `Unable to parse range: ${CANARY}!A1 in ${body}`,
        ...over,
      },
    }),
  });
/** What Google may answer, by what it is. */
export const sheetsAnswers: Readonly<Record<string, (body: string) => HttpAnswer>> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 413, 429, 500, 502, 503].map((status) => [`${status} that echoes`, echo(status)]),
  ),
  'a protected cell': echo(400, { message: `You are trying to edit a protected cell: ${CANARY}` }),
  'a reason of its own': echo(403, {
    status: `${CANARY} is not allowed`,
    errors: [{ reason: `the cell ${CANARY}` }],
  }),
  'a web page': () => ({ status: 200, body: `<html>${CANARY}</html>` }),
  'an answer cut off': () => ({ status: 200, body: `{"properties":{"title":"${CANARY}` }),
  'an answer cut off where it looks whole': () => ({
    status: 200,
    body: `{"properties":{"title":"${CANARY}", ${CANARY} }`,
  }),
  'an answer of another shape': () => ({
    status: 200,
    body: JSON.stringify({
      properties: { title: CANARY, timeZone: CANARY, locale: CANARY },
      sheets: [CANARY],
      valueRanges: CANARY,
      changes: CANARY,
      startPageToken: CANARY,
    }),
  }),
  'no JSON at all': () => ({ status: 400, body: CANARY }),
};

/** An error of an AWS API that echoes what it was sent. */
export const aws =
  (status: number, type: string) =>
  (body: string): HttpAnswer => ({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({
      __type: `com.amazonaws.dynamodb.v20120810#${type}`,
      message: `${CANARY} in ${body}`,
      Item: { b: { S: CANARY } },
    }),
  });
/** What DynamoDB may answer, by what it is. */
export const tableAnswers: Readonly<Record<string, (body: string) => HttpAnswer>> = {
  ...Object.fromEntries(
    [
      'ValidationException',
      'ConditionalCheckFailedException',
      'ProvisionedThroughputExceededException',
      'ItemCollectionSizeLimitExceededException',
    ].map((type) => [type, aws(400, type)]),
  ),
  InternalServerError: aws(500, 'InternalServerError'),
  'an answer cut off': () => ({
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: `{"Item":{"b":{"S":"${CANARY}`,
  }),
  'an item of another shape': () => ({
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ Item: { h: { S: CANARY }, b: { S: CANARY }, head: { S: CANARY } } }),
  }),
};
