import type { Json, JsonObject } from './json.ts';

const STATUS = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
} as const;

export type ErrorCode = keyof typeof STATUS;

/** An answer that is an error, with the body that Google sends. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly Json[] | undefined;

  constructor(code: ErrorCode, message: string, details?: readonly Json[]) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }

  body(): JsonObject {
    const { code, message, details } = this;
    return { error: { code, message, status: STATUS[code], ...(details === undefined ? {} : { details }) } };
  }
}

/** The caller's request is wrong: 400. */
export const invalid = (message: string): ApiError => new ApiError(400, message);

/** Does a part of a request; a refusal then names the part, as in `Invalid data[0]: Unable to parse range: x`. */
export function within<T>(part: string, job: () => T): T {
  try {
    return job();
  } catch (error) {
    if (error instanceof ApiError && error.code === 400 && error.details === undefined)
      throw invalid(`Invalid ${part}: ${error.message}`);
    throw error;
  }
}

/** A field of the body has the wrong type or is unknown: 400 with the field named, as Google's JSON reader says it. */
export const badField = (field: string, description: string): ApiError =>
  new ApiError(400, description, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] },
  ]);

export const notFound = (): ApiError => new ApiError(404, 'Requested entity was not found.');
