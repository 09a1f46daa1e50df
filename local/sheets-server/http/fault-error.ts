import { ApiError, type ErrorCode } from '../api-error.ts';

type FaultCode = Extract<ErrorCode, 401 | 403 | 404 | 429 | 500 | 503>;

const MESSAGES: Readonly<Record<FaultCode, string>> = {
  401: 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  403: 'The caller does not have permission',
  404: 'Requested entity was not found.',
  429: "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.",
  500: 'Internal error encountered.',
  503: 'The service is currently unavailable.',
};

/** The error that Google sends with this status. */
export const faultError = (code: FaultCode): ApiError =>
  new ApiError(
    code,
    MESSAGES[code],
    code === 429
      ? [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'RATE_LIMIT_EXCEEDED',
            domain: 'googleapis.com',
            metadata: { service: 'sheets.googleapis.com', quota_limit: 'ReadRequestsPerMinutePerUser' },
          },
        ]
      : undefined,
  );
