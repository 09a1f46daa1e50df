import type { Workbook } from '../model/workbook.ts';
import { csvOf } from './csv.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

export type Exported = string | Uint8Array | Promise<Uint8Array>;

/** The formats that a workbook can be had in, by MIME type. One more format is one more line. */
export const EXPORT_FORMATS: ReadonlyMap<string, (workbook: Workbook) => Exported> = new Map<
  string,
  (workbook: Workbook) => Exported
>([
  ['text/csv', (workbook) => csvOf(workbook, ',')],
  ['text/tab-separated-values', (workbook) => csvOf(workbook, '\t')],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', writeXlsx],
]);
