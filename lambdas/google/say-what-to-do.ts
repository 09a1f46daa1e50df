import { SheetsError } from '../domain/sheets-errors.ts';
import type { Failure } from './failure.ts';
import { ailment, isQuota } from './judge.ts';

/** An API of Google, as its messages name it. */
export interface ApiName {
  /** `Google Sheets` */
  readonly name: string;
  /** What the credentials must give access to: `spreadsheets`. */
  readonly holds: string;
  readonly scope: string;
}

/** Notes which words of the message are Google's. */
export function quoting(error: SheetsError, failure: Failure): SheetsError {
  error.said = sentence(failure.message);
  return error;
}

/** The failure for the person who has to mend it; `undefined` where that depends on what was asked for. */
export function errorOfAnyApi(failure: Failure, api: ApiName): SheetsError | undefined {
  const error = errorOf(failure, api);
  return error && !failure.complete ? quoting(error, failure) : error;
}

function errorOf(failure: Failure, { name, holds, scope }: ApiName): SheetsError | undefined {
  const said = saidBy(failure);
  if (failure.kind === 'credentials' || failure.status === 401) return noCredentials(failure);
  if (ailment(failure) === 'unavailable') {
    return new SheetsError(
      'unavailable',
      `${name} could not be reached (${failure.status ?? failure.reason}): ${sentence(failure.message)} Nothing needs to be done unless this lasts; the next run tries again.`,
    );
  }
  if (isQuota(failure)) {
    return new SheetsError(
      'quota',
      `The ${name} quota of this minute is used up. The next run tries again; when this happens often, let Leadsheet run less often or ask Google for a larger quota. ${said}`,
    );
  }
  if (failure.status !== 403) return undefined;
  if (
    /^(SERVICE_DISABLED|accessNotConfigured)$/.test(failure.reason) ||
    /has not been used in project|it is disabled/i.test(failure.message)
  ) {
    return new SheetsError(
      'credentials',
      `The ${name} API is switched off in the Google Cloud project of the credentials. Enable it there, wait a few minutes and try again. ${said}`,
    );
  }
  if (/^(ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficientPermissions)$/.test(failure.reason)) {
    return new SheetsError(
      'credentials',
      `The credentials were made without access to ${holds}. Make them anew with the scope ${scope}. ${said}`,
    );
  }
  return undefined;
}

function noCredentials(failure: Failure): SheetsError {
  if (failure.complete) return new SheetsError('credentials', failure.message);
  return new SheetsError(
    'credentials',
    `Google does not accept the credentials of Leadsheet (${failure.reason}): ${sentence(failure.message)} Check that the service account still exists and that its key or its federation is the one configured.`,
  );
}

export const saidBy = (failure: Failure): string => `Google said: ${sentence(failure.message)}`;

function sentence(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
