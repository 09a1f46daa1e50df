import { SheetsError } from '../domain/sheets-errors.ts';
import type { Failure } from './failure.ts';
import { ailment, isQuota } from './judge.ts';

export interface Circumstances {
  readonly workbook: string;
  readonly serviceAccount?: string | undefined;
}

/** The failure for the person who has to mend it. */
export function sheetsError(failure: Failure, { workbook, serviceAccount }: Circumstances): SheetsError {
  const account = serviceAccount ?? 'the service account that Leadsheet uses';
  const said = `Google said: ${sentence(failure.message)}`;
  if (failure.kind === 'credentials') return noCredentials(failure);
  if (ailment(failure) === 'unavailable') {
    return new SheetsError(
      'unavailable',
      `Google Sheets could not be reached (${failure.status ?? failure.reason}): ${sentence(failure.message)} Nothing needs to be done unless this lasts; the next run tries again.`,
    );
  }
  if (isQuota(failure)) {
    return new SheetsError(
      'quota',
      `The Google Sheets quota of this minute is used up. The next run tries again; when this happens often, let Leadsheet run less often or ask Google for a larger quota. ${said}`,
    );
  }
  switch (failure.status) {
    case 401:
      return noCredentials(failure);
    case 403:
      return forbidden(failure, account, said);
    case 404:
      return new SheetsError(
        'not-found',
        `There is no spreadsheet with the id ${workbook}. Copy the id from the address of the sheet: it stands between /d/ and the next slash.`,
      );
    default:
      return refused(failure, said);
  }
}

function noCredentials(failure: Failure): SheetsError {
  return new SheetsError(
    'credentials',
    `Google does not accept the credentials of Leadsheet (${failure.reason}): ${sentence(failure.message)} Check that the service account still exists and that its key or its federation is the one configured.`,
  );
}

function forbidden(failure: Failure, account: string, said: string): SheetsError {
  if (failure.reason === 'SERVICE_DISABLED' || /has not been used in project|it is disabled/i.test(failure.message)) {
    return new SheetsError(
      'credentials',
      `The Google Sheets API is switched off in the Google Cloud project of the credentials. Enable it there, wait a few minutes and try again. ${said}`,
    );
  }
  if (failure.reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT') {
    return new SheetsError(
      'credentials',
      `The credentials were made without access to spreadsheets. Make them anew with the scope https://www.googleapis.com/auth/spreadsheets. ${said}`,
    );
  }
  return new SheetsError('not-shared', `Share the spreadsheet with ${account} as an editor. ${said}`);
}

function refused(failure: Failure, said: string): SheetsError {
  if (/not supported for this document/i.test(failure.message)) {
    return new SheetsError(
      'refused',
      `The file is not a Google spreadsheet (perhaps an Excel file). Open it, choose File > Save as Google Sheets, and use the id of the copy. ${said}`,
    );
  }
  if (/protected (cell|range|sheet|object)/i.test(failure.message)) {
    return new SheetsError(
      'refused',
      `A cell that Leadsheet has to write is protected. Ask the owner of the spreadsheet to let Leadsheet edit it (Data > Protect sheets and ranges). ${said}`,
    );
  }
  return new SheetsError('refused', `Google Sheets refused the request (${failure.status ?? failure.reason}). ${said}`);
}

function sentence(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
