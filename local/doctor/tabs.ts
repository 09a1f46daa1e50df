import { locateTabs } from '../../lambdas/ingest/input-tabs.ts';
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
    const ids = Object.entries(tabs);
    const rows =
      ids.length === 0
        ? []
        : (
            await sheets.read(
              workbook,
              ids.map(([, id]) => id),
            )
          ).tabs();
    const read = readWorkbook(description, Object.fromEntries(ids.map(([name], at) => [name, rows[at]])));
    if ('message' in read)
      return failed(
        NAME,
        read.message,
        `Mend it in the sheet. "leadsheet init ${workbook}" makes tabs that are missing, and leaves alone what is there.`,
      );
    return ok(NAME, ids.map(([name]) => name).join(', '));
  } catch (error) {
    return { ...judgeReading(error, account), name: NAME };
  }
}
