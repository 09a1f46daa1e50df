import type { Workbook } from '../model/workbook.ts';
import { csvOf } from './csv.ts';

/** The formats that a workbook can be had in, by MIME type. One more format is one more line. */
export const EXPORT_FORMATS: ReadonlyMap<string, (workbook: Workbook) => string | Uint8Array> = new Map([
  ['text/csv', (workbook: Workbook) => csvOf(workbook, ',')],
  ['text/tab-separated-values', (workbook: Workbook) => csvOf(workbook, '\t')],
]);
