import { SheetsError } from '../../lambdas/domain/sheets-errors.ts';
import type { SheetsPort, WorkbookDescription } from '../../lambdas/ports.ts';
import { type Finding, failed, ok, wordsOf } from './finding.ts';

const NAME = 'Spreadsheet';

export interface Described {
  readonly finding: Finding;
  readonly description?: WorkbookDescription;
}

/** Whether the spreadsheet can be read. `account`: who it is to be shared with. */
export async function checkSpreadsheet(sheets: SheetsPort, workbook: string, account: string): Promise<Described> {
  try {
    const description = await sheets.describe(workbook);
    return { finding: ok(NAME, `"${description.title}" can be read`), description };
  } catch (error) {
    return { finding: judgeReading(error, account) };
  }
}

export function judgeReading(error: unknown, account: string): Finding {
  if (!(error instanceof SheetsError)) throw error;
  return failed(NAME, wordsOf(error).replace(/^SheetsError: /, ''), cureOf(error, account));
}

function cureOf({ kind, message }: SheetsError, account: string): string {
  switch (kind) {
    case 'not-shared':
      return `Open the spreadsheet, press Share, add ${account} and choose Editor.`;
    case 'not-found':
      return 'Give the address of the spreadsheet as the browser shows it; the id in it is taken out.';
    case 'quota':
      return 'Wait a minute. If it happens often, ask for more under "IAM & Admin > Quotas" of the Google Cloud project, or spread the workbooks over several service accounts.';
    case 'unavailable':
      return 'Look again in some minutes; https://www.google.com/appsstatus tells of disturbances.';
    case 'credentials':
      return /switched off/.test(message)
        ? 'Run: gcloud services enable sheets.googleapis.com drive.googleapis.com'
        : 'Sign in anew, and look again.';
    case 'refused':
      return 'Do as it says, and look again.';
  }
}
