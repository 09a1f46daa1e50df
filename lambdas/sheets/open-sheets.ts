import type { CallOptions } from '../google/call.ts';
import type { SheetsPort } from '../ports.ts';
import { sheetsCall } from './call.ts';
import { describe } from './describe.ts';
import { putFilterViews } from './filter-views.ts';
import { publish } from './publish.ts';
import { readTabs } from './read-tabs.ts';
import { writeColumn } from './write-column.ts';

/** Google Sheets, or a server that speaks like it at `rootUrl`. Nothing is loaded or sent before the first call. */
export function openSheets(options: CallOptions): SheetsPort {
  const call = sheetsCall(options);
  return {
    describe: (workbook) => describe(call, workbook),
    read: (workbook, sheetIds) => readTabs(call, workbook, sheetIds),
    writeColumn: (workbook, place, cells) => writeColumn(call, workbook, place, cells),
    putFilterViews: (workbook, place, views) => putFilterViews(call, workbook, place, views),
    publish: (workbook, publication) => publish(call, workbook, publication, options.serviceAccount),
  };
}
