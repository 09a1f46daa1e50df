import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { INPUT_SHEET_IDS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import { type Call, parsed } from '../../lambdas/sheets/call.ts';

export interface NewSpreadsheet {
  readonly id: string;
  readonly url: string;
}

/**
 * A spreadsheet with one empty tab, Activity. A person has to ask for it: files belong to people, and a service account
 * can own none. Two may come into being when an answer is lost.
 */
export async function createSpreadsheet(
  call: Call,
  properties: { readonly title: string; readonly locale?: string; readonly timeZone?: string },
): Promise<NewSpreadsheet> {
  const sheet = { properties: { sheetId: INPUT_SHEET_IDS.Activity, title: 'Activity' } };
  const outcome = await call.try({
    figure: 'sheets.writes',
    send: (sheets, http) =>
      sheets.spreadsheets.create(
        { requestBody: { properties, sheets: [sheet] }, fields: 'spreadsheetId,spreadsheetUrl' },
        http,
      ),
  });
  if (!outcome.ok) {
    if (outcome.failure.status === 403) throw new Error(NOT_ALLOWED);
    throw call.error('', outcome.failure);
  }
  // Google's own type of this answer: every field of it may be absent.
  const { spreadsheetId, spreadsheetUrl } = parsed(outcome.body, '') as sheets_v4.Schema$Spreadsheet;
  if (!spreadsheetId) throw new Error('Google made a spreadsheet and did not say which. Look for it in Google Drive.');
  return { id: spreadsheetId, url: spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit` };
}

const NOT_ALLOWED =
  'Google does not let these credentials make a spreadsheet: a service account can own no files. Make an empty spreadsheet yourself (https://sheets.new), share it with the service account as an editor, and run "leadsheet init" with its address.';
