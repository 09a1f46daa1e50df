import type { WorkbookFile } from '../../../local/sheets-server/workbook-file.ts';
import { ACTIVITY_HEADER, activityRows, type LogSize } from './activity-rows.ts';

/** The activity log as one formatted tab for the local Sheets server, header included in `rows`. */
export function gridFile(id: string, { rows, reps, weeks }: LogSize): WorkbookFile {
  return {
    id,
    title: 'Bench sales team',
    locale: 'en_GB',
    timeZone: 'Europe/London',
    tabs: [
      {
        title: 'Activity',
        rows: [ACTIVITY_HEADER, ...activityRows({ rows: rows - 1, reps, weeks })],
        formats: {
          0: { type: 'DATE', pattern: 'ddd d mmm yyyy' },
          7: { type: 'CURRENCY', pattern: '"£"#,##0.00' },
        },
        frozenRows: 1,
      },
    ],
  };
}

/** Cells with something in them. */
export const filledCells = ({ tabs }: WorkbookFile): number =>
  tabs.reduce((sum, { rows }) => sum + rows.flat().filter((cell) => cell != null && cell !== '').length, 0);
