import { ApiError, type ErrorCode } from '../api-error.ts';
import type { JsonObject } from '../json.ts';

const REASONS: Readonly<Record<ErrorCode, string>> = {
  400: 'invalid',
  401: 'authError',
  403: 'insufficientFilePermissions',
  404: 'notFound',
  413: 'uploadTooLarge',
  429: 'rateLimitExceeded',
  500: 'internalError',
  503: 'backendError',
};

/** An error in the form that Drive has kept from before: a list of errors with a reason, and no status. */
export class DriveError extends ApiError {
  private readonly reason: string;
  /** The parameter that is wrong. */
  private readonly location: string | undefined;

  constructor(code: ErrorCode, message: string, reason: string = REASONS[code], location?: string) {
    super(code, message);
    this.name = 'DriveError';
    this.reason = reason;
    this.location = location;
  }

  override body(): JsonObject {
    const { code, message, reason, location } = this;
    const domain = code === 429 ? 'usageLimits' : 'global';
    const where = location === undefined ? {} : { location, locationType: 'parameter' };
    return { error: { code, message, errors: [{ message, domain, reason, ...where }] } };
  }
}

/** Runs an operation of Drive; what it refuses is answered as Drive refuses. */
export function asDrive<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiError && !(error instanceof DriveError)) throw new DriveError(error.code, error.message);
    throw error;
  }
}
