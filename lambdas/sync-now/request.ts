import type { LambdaFunctionURLEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import type { AnswerName } from './answers.ts';

/** What was asked, before anybody was identified. */
export interface SyncRequest {
  readonly token: string;
  readonly workbook: string;
}

/** Characters. A body is 60 to 120 of them, an identity token about 1,200. */
const MAX_BODY = 2_048;
const MAX_HEADER = 4_096;

const bodySchema = z.object({ workbook: z.string().check(z.regex(/^[\w-]{1,200}$/)) });
/** Three parts of base64url and nothing else, so that one token has one spelling. */
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** The part of the event that is read. */
export type SyncEvent = Pick<LambdaFunctionURLEvent, 'headers' | 'body' | 'isBase64Encoded'> & {
  readonly requestContext: { readonly http: { readonly method: string } };
};

/** The request, or the name of the answer that refuses it. */
export function readRequest({
  requestContext,
  headers,
  body = '',
  isBase64Encoded,
}: SyncEvent): SyncRequest | AnswerName {
  if (requestContext.http.method !== 'POST') return 'wrong method';
  if (body.length > MAX_BODY) return 'too large';
  const authorization = headers.authorization ?? '';
  const token = authorization.length > MAX_HEADER ? undefined : BEARER.exec(authorization)?.[1];
  if (token === undefined) return 'no identity';
  const workbook = workbookOf(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  return workbook === undefined ? 'malformed' : { token, workbook };
}

function workbookOf(body: string): string | undefined {
  try {
    return bodySchema.parse(JSON.parse(body)).workbook;
  } catch {
    // No JSON, or not this shape: the answer is the same.
    return undefined;
  }
}
