import { decodeUtf8 } from '../../import/decode-utf8.ts';
import { ImportError } from '../../import/import-error.ts';
import { readCsv } from '../../import/read-csv.ts';
import { readXlsx } from '../../import/read-xlsx.ts';
import type { TabFile } from '../workbook-file.ts';
import { DriveError } from './drive-error.ts';

export interface Upload {
  readonly type: string;
  readonly bytes: Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TEXT = new Set(['text/csv', 'text/tab-separated-values', 'text/plain', 'application/csv']);

/** What can be uploaded, as `about` lists it. */
export const UPLOAD_TYPES: readonly string[] = ['text/csv', 'text/tab-separated-values', XLSX];

/** The tabs of an uploaded file. A CSV becomes one tab, named as the file. Throws a 400. */
export async function uploadContent({ type, bytes }: Upload, name: string, locale: string): Promise<TabFile[]> {
  if (type.startsWith('application/vnd.google-apps.'))
    throw new DriveError(400, 'Invalid MIME type provided for the uploaded content.', 'invalidContentType');
  try {
    if (TEXT.has(type)) return [{ ...readCsv(decodeUtf8(name, bytes), { name, locale }), title: name, frozenRows: 0 }];
    if (type === XLSX) return await readXlsx(bytes, name);
  } catch (error) {
    if (error instanceof ImportError) throw new DriveError(400, error.message, 'badContent');
    throw error;
  }
  throw new DriveError(
    400,
    `The local server makes spreadsheets of CSV, TSV and .xlsx alone, not of ${type || 'content without a type'}.`,
    'badRequest',
    'mimeType',
  );
}
