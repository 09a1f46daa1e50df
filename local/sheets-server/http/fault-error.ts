import { ApiError } from '../api-error.ts';
import type { Call } from '../calls.ts';
import { asDriveError, isDrivePath, rateLimitExceeded } from '../drive/as-drive-error.ts';
import { DriveError } from '../drive/drive-error.ts';
import type { FaultAnswer } from '../faults.ts';
import { GOOGLE_QUOTAS } from '../quotas.ts';
import { quotaError } from './quota-error.ts';

export type Spoilt = Exclude<FaultAnswer, 'cut' | 'never' | 'slow'>;

const UNAUTHENTICATED =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

const MESSAGES: Readonly<Record<Exclude<Spoilt, 429 | 'html' | 'rateLimit'>, string>> = {
  401: UNAUTHENTICATED,
  403: 'The caller does not have permission',
  404: 'Requested entity was not found.',
  500: 'Internal error encountered.',
  503: 'The service is currently unavailable.',
};

/** A page of HTML where JSON was expected, as the front ends before an API send when it is away. */
export class HtmlError extends ApiError {
  readonly page =
    '<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That’s an error.</ins></html>';

  constructor() {
    super(503, 'Bad Gateway');
    this.name = 'HtmlError';
  }
}

/** What a fault that is no matter of the connection answers to this call: the error that Google sends there. */
export function spoilt(answer: Spoilt, call: Call): ApiError {
  if (answer === 'html') return new HtmlError();
  if (isDrivePath(call.path)) return driveError(answer, /\/files\/([^/]+)/.exec(call.path)?.[1] ?? '');
  if (answer === 429 || answer === 'rateLimit')
    return quotaError({ kind: call.method === 'GET' ? 'read' : 'write', per: 'user', limit: GOOGLE_QUOTAS.perUser });
  return new ApiError(answer, MESSAGES[answer]);
}

function driveError(answer: Exclude<Spoilt, 'html'>, fileId: string): DriveError {
  if (answer === 'rateLimit') return rateLimitExceeded(403);
  if (answer === 403) return new DriveError(403, `The user does not have sufficient permissions for file ${fileId}.`);
  if (answer === 404) return new DriveError(404, `File not found: ${fileId}.`, 'notFound', 'fileId');
  if (answer === 500) return new DriveError(500, 'Internal Error');
  return asDriveError(new ApiError(answer, answer === 429 ? '' : MESSAGES[answer]));
}
