import { locateTabs } from '../../lambdas/ingest/input-tabs.ts';
import { tabsByName } from '../../lambdas/ingest/payload.ts';
import { readWorkbook } from '../../lambdas/ingest/read-workbook.ts';
import type { SheetsPort, WorkbookDescription } from '../../lambdas/ports.ts';
import { type Finding, failed, ok } from './finding.ts';
import { judgeReading } from './spreadsheet.ts';

const NAME = 'Tabs and header';

/** Reads the tabs as ingest does, and says what ingest would say. */
export async function checkTabs(
  sheets: SheetsPort,
  workbook: string,
  description: WorkbookDescription,
  account: string,
): Promise<Finding> {
  const tabs = locateTabs({}, description);
  try {
    const ids = Object.values(tabs);
    const rows = ids.length === 0 ? {} : tabsByName(tabs, await sheets.read(workbook, ids));
    const read = readWorkbook(description, rows);
    if ('message' in read)
      return failed(
        NAME,
        read.message,
        `Mend it in the sheet. "leadsheet init ${workbook}" makes tabs that are missing, and leaves alone what is there.`,
      );
    return ok(NAME, Object.keys(tabs).join(', '));
  } catch (error) {
    return { ...judgeReading(error, account), name: NAME };
  }
}
