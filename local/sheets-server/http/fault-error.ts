import { ApiError, type ErrorCode } from '../api-error.ts';
import { GOOGLE_QUOTAS } from '../quotas.ts';
import { quotaError } from './quota-error.ts';

type FaultCode = Extract<ErrorCode, 401 | 403 | 404 | 429 | 500 | 503>;

const MESSAGES: Readonly<Record<Exclude<FaultCode, 429>, string>> = {
  401: 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  403: 'The caller does not have permission',
  404: 'Requested entity was not found.',
  500: 'Internal error encountered.',
  503: 'The service is currently unavailable.',
};

/** The error that Google sends with this status. */
const faultError = (code: FaultCode, reading = true): ApiError =>
  code === 429
    ? quotaError({ kind: reading ? 'read' : 'write', per: 'user', limit: GOOGLE_QUOTAS.perUser })
    : new ApiError(code, MESSAGES[code]);

/** A page of HTML where JSON was expected, as the front ends before an API send when it is away. */
export class HtmlError extends ApiError {
  readonly page =
    '<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That’s an error.</ins></html>';

  constructor() {
    super(503, 'Bad Gateway');
    this.name = 'HtmlError';
  }
}

/** What a fault that is no matter of the connection answers. */
export const spoilt = (answer: FaultCode | 'html', reading: boolean): ApiError =>
  answer === 'html' ? new HtmlError() : faultError(answer, reading);
