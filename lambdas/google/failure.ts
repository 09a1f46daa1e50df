import { SheetsError } from '../domain/sheets-errors.ts';

/** What went wrong with one request, stripped of everything that could hold a secret. */
export interface Failure {
  readonly kind: 'answer' | 'network' | 'broken-answer' | 'credentials';
  /** HTTP status of the answer. */
  readonly status?: number;
  /** Google's word for it: `RESOURCE_EXHAUSTED`, `SERVICE_DISABLED`, or the code of a network error. */
  readonly reason: string;
  /** All of its words for it, where it has several: the older parts of an API have others than the newer ones. */
  readonly reasons?: readonly string[];
  readonly message: string;
  /** The message says already what to do. */
  readonly complete?: true;
}

/** Reads what gaxios throws. Its error holds the request and the headers; only these few words leave here. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SheetsError)
    return { kind: 'credentials', reason: error.kind, message: error.message, complete: true };
  const response = property(error, 'response');
  const status = property(response, 'status');
  if (typeof status === 'number') {
    // Of an answer that is read as a stream, gaxios makes the text of the error its message.
    const said = property(response, 'data') ?? property(error, 'message');
    return { kind: 'answer', status, ...googleError(typeof said === 'string' ? jsonOf(said) : said) };
  }
  const code = property(error, 'code') ?? property(property(error, 'cause'), 'code');
  const message = property(error, 'message');
  return {
    kind: 'network',
    reason: typeof code === 'string' ? code : 'no answer',
    message: typeof message === 'string' ? message : 'no answer',
  };
}

/** Whether gaxios threw it: everything else is a fault of ours and no matter of the network. */
export function isFromTransport(error: unknown): boolean {
  return property(error, 'config') !== undefined;
}

/** Bytes of the request's body, from gaxios' answer or error. */
export function sentBytes(exchange: unknown): number {
  const body = property(property(exchange, 'config'), 'body');
  return typeof body === 'string' ? Buffer.byteLength(body) : 0;
}

/** An answer that arrived with a good status, but is not JSON to its end: an error page, or cut off. */
export function brokenAnswer(body: Buffer): Failure {
  const html = body.subarray(0, 200).toString('utf8').trimStart().startsWith('<');
  return {
    kind: 'broken-answer',
    reason: html ? 'HTML' : 'cut off',
    message: html ? 'the answer is a web page' : `the answer ends after ${body.length} bytes in the middle`,
  };
}

export const TOO_LARGE = 'too large';

/** Nothing that is tried again would make it smaller. */
export const tooLarge = (most: number): Failure => ({
  kind: 'answer',
  reason: TOO_LARGE,
  message: `the answer is larger than ${Math.round(most / 2 ** 20)} MB`,
});

/** `{error: {message, status, details: [{reason}], errors: [{reason}]}}`; empty when it is not JSON. */
function googleError(data: unknown): Pick<Failure, 'reason' | 'reasons' | 'message'> {
  const error = property(data, 'error');
  const message = property(error, 'message') ?? property(data, 'error_description');
  const details = property(error, 'details');
  const errors = property(error, 'errors');
  const reasons = [
    ...(Array.isArray(details) ? details : []),
    ...(Array.isArray(errors) ? errors : []),
    { reason: property(error, 'status') },
    { reason: error },
  ]
    .map((detail) => property(detail, 'reason'))
    .filter((word) => typeof word === 'string');
  return {
    reason: reasons[0] ?? 'unknown',
    reasons,
    message: typeof message === 'string' ? message : 'no explanation',
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function property(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null && name in holder ? Reflect.get(holder, name) : undefined;
}
