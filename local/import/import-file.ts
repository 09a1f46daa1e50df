import { basename } from 'node:path';
import type { WorkbookFile } from '../sheets-server/workbook-file.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { fileKind } from './file-kind.ts';
import { ImportError } from './import-error.ts';
import { inflateGzip } from './inflate-gzip.ts';
import { readBytes } from './read-bytes.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

export interface ImportOptions {
  /** As Sheets writes it; decides how a CSV's numbers and dates are read. */
  readonly locale?: string;
  /** IANA name. */
  readonly timeZone?: string;
}

/**
 * A `.csv`, `.csv.gz` or `.xlsx` file, known by its content, as a workbook named after the file. A CSV becomes the tab
 * `Activity`, typed as if a person had pasted it. Throws `ImportError`.
 */
export async function importFile(path: string, options: ImportOptions = {}): Promise<WorkbookFile> {
  const { locale = 'en_US', timeZone = 'Etc/UTC' } = options;
  const name = basename(path);
  let bytes = await readBytes(path);
  let kind = fileKind(bytes);
  if (kind === 'gzip') {
    bytes = await inflateGzip(name, bytes);
    kind = fileKind(bytes);
    if (kind !== 'text') throw new ImportError(`${name} packs something other than a .csv. Unpack it first.`);
  }
  if (typeof kind === 'object')
    throw new ImportError(`${name} ${kind.refused}. A .csv, .csv.gz or .xlsx was expected.`);
  const tabs = kind === 'zip' ? await readXlsx(bytes, name) : [readCsv(decodeUtf8(name, bytes), { name, locale })];
  return { title: name.replace(/\.(csv|csv\.gz|tsv|txt|xlsx|xlsm|gz)$/i, ''), locale, timeZone, tabs };
}
