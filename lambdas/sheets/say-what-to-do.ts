import { SheetsError } from '../domain/sheets-errors.ts';
import { type Failure, TOO_LARGE } from '../google/failure.ts';
import { type ApiName, errorOfAnyApi, quoting, saidBy } from '../google/say-what-to-do.ts';

const SHEETS: ApiName = {
  name: 'Google Sheets',
  holds: 'spreadsheets',
  scope: 'https://www.googleapis.com/auth/spreadsheets',
};

interface Circumstances {
  readonly workbook: string;
  readonly serviceAccount?: string | undefined;
}

/** The failure for the person who has to mend it. */
export function sheetsError(failure: Failure, circumstances: Circumstances): SheetsError {
  return errorOfAnyApi(failure, SHEETS) ?? quoting(errorOfSheets(failure, circumstances), failure);
}

function errorOfSheets(failure: Failure, { workbook, serviceAccount }: Circumstances): SheetsError {
  const account = serviceAccount ?? 'the service account that Leadsheet uses';
  if (failure.reason === TOO_LARGE) {
    return new SheetsError(
      'refused',
      `The tabs that Leadsheet reads are too large: ${failure.message}. Set "Archived before" on the tab Settings, and take the older rows out of Activity.`,
    );
  }
  if (failure.status === 403) {
    return new SheetsError('not-shared', `Share the spreadsheet with ${account} as an editor. ${saidBy(failure)}`);
  }
  if (failure.status === 404) {
    return new SheetsError(
      'not-found',
      `There is no spreadsheet with the id ${workbook}. Copy the id from the address of the sheet: it stands between /d/ and the next slash.`,
    );
  }
  return refused(failure, saidBy(failure));
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
