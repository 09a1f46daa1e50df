import { writeXlsx } from '../../../local/sheets-server/export/xlsx/write-xlsx.ts';
import { workbookFromFile } from '../../../local/sheets-server/workbook-from-file.ts';
import { filledCells, gridFile } from '../data/grid.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { input, reply, timed } from './talk.ts';

export interface XlsxExportInput {
  readonly rows: number;
}

export interface XlsxExportOutput {
  readonly ms: number;
  readonly bytes: number;
  readonly cells: number;
  /** Of the whole process, the workbook included. */
  readonly peakMb: number;
}

const { rows } = input<XlsxExportInput>();
const file = gridFile('export', { rows, reps: 60, weeks: 26 });
const workbook = workbookFromFile('export', file);
async function measured(): Promise<XlsxExportOutput> {
  let bytes = 0;
  const ms = await timed(async () => {
    bytes = (await writeXlsx(workbook)).length;
  });
  return { ms, bytes, cells: filledCells(file), peakMb: peakMemoryMb() };
}

void measured().then(reply);
