import { ApiError, type ErrorCode } from '../api-error.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

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

/** What only some errors of Drive carry. */
interface Particulars {
  /** A header instead of a parameter. */
  readonly locationType?: 'header';
  /** Said in the list of errors, where the error itself has a longer message. */
  readonly short?: string;
  /** `null`: none. `global` by default. */
  readonly domain?: 'usageLimits' | null;
  /** The word for the status, which Drive adds to what is refused before it sees the request. */
  readonly status?: boolean;
  readonly details?: readonly Json[];
}

/** An error in the form that Drive has kept from before: a list of errors with a reason, and mostly no status. */
export class DriveError extends ApiError {
  private readonly reason: string;
  /** The parameter or header that is wrong. */
  private readonly location: string | undefined;
  private readonly particulars: Particulars;

  constructor(
    code: ErrorCode,
    message: string,
    reason: string = REASONS[code],
    location?: string,
    particulars: Particulars = {},
  ) {
    super(code, message, particulars.details);
    this.name = 'DriveError';
    this.reason = reason;
    this.location = location;
    this.particulars = particulars;
  }

  override body(): JsonObject {
    const { code, message, reason, location, details } = this;
    const { short = message, domain = 'global', locationType = 'parameter', status = false } = this.particulars;
    const where = location === undefined ? {} : { location, locationType };
    const whole = super.body().error;
    return {
      error: {
        code,
        message,
        errors: [{ message: short, ...(domain === null ? {} : { domain }), reason, ...where }],
        ...(status && isObject(whole) ? { status: whole.status } : {}),
        ...(details === undefined ? {} : { details }),
      },
    };
  }
}
