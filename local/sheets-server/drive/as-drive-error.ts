import type { ApiError } from '../api-error.ts';
import { DriveError } from './drive-error.ts';

export const isDrivePath = (path: string): boolean => /^(\/resumable)?(\/upload)?\/drive\//.test(path);

/** What was refused on the way to Drive, as Drive answers it. */
export function asDriveError(error: ApiError): DriveError {
  if (error instanceof DriveError) return error;
  const { code, message, details } = error;
  const early = { status: true, ...(details === undefined ? {} : { details }) };
  const inHeader = { ...early, locationType: 'header' } as const;
  if (code === 401)
    return message.startsWith('Request is missing')
      ? new DriveError(401, message, 'required', 'Authorization', { ...inHeader, short: 'Login Required.' })
      : new DriveError(401, message, 'authError', 'Authorization', { ...inHeader, short: 'Invalid Credentials' });
  // With details it is that of scopes, without them that of who says nothing of himself.
  if (code === 403)
    return details === undefined
      ? new DriveError(403, message, 'forbidden', undefined, early)
      : new DriveError(403, message, 'insufficientPermissions', undefined, {
          ...early,
          short: 'Insufficient Permission',
        });
  if (code === 400 && details !== undefined)
    return new DriveError(400, message, 'invalid', undefined, { ...early, domain: null });
  if (code === 400 && message.startsWith('Invalid JSON payload received.'))
    return new DriveError(400, message, 'parseError', undefined, early);
  if (code === 429) return rateLimitExceeded(429);
  return new DriveError(code, message);
}

/** Drive's documented ways to say "too often": the 403 for one user and the 429 for all of them. */
export const rateLimitExceeded = (code: 403 | 429): DriveError =>
  code === 403
    ? new DriveError(403, 'User Rate Limit Exceeded', 'userRateLimitExceeded', undefined, { domain: 'usageLimits' })
    : new DriveError(429, 'Rate Limit Exceeded', 'rateLimitExceeded', undefined, { domain: 'usageLimits' });

/** How it says today that the calls of a minute are used up: the word from before, and in the details that of all APIs. */
export function driveQuotaError(limit: number): DriveError {
  const message =
    "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute' of service 'drive.googleapis.com' for consumer 'project_number:0'.";
  const details = [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: { service: 'drive.googleapis.com', consumer: 'projects/0', quota_limit_value: String(limit) },
    },
  ];
  return new DriveError(403, message, 'rateLimitExceeded', undefined, { domain: 'usageLimits', status: true, details });
}
