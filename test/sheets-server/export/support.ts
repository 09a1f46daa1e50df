import { read, type WorkBook } from '@e965/xlsx';
import type { Running } from '../support.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The bytes of a workbook as Drive exports it to Google's own client. */
export async function exported({ files }: Running, fileId: string): Promise<Buffer> {
  const { data } = await files.files.export({ fileId, mimeType: XLSX }, { responseType: 'arraybuffer' });
  if (!(data instanceof ArrayBuffer)) throw new Error('The export is not bytes.');
  return Buffer.from(data);
}

/** As another program reads it. */
export const readBack = (bytes: Buffer): WorkBook =>
  read(bytes, { cellNF: true, cellStyles: true, cellFormula: true, cellDates: false, bookFiles: true });

/** The text of a part of the file, such as `xl/worksheets/sheet1.xml`. */
export function part(book: WorkBook, path: string): string {
  const { files } = book as WorkBook & { files: Record<string, { content: Uint8Array }> };
  const content = files[path]?.content;
  if (content === undefined) throw new Error(`The file has no ${path}, only ${Object.keys(files).join(', ')}.`);
  return Buffer.from(content).toString('utf8');
}

/** Names of the parts that are XML. */
export const xmlParts = (book: WorkBook): string[] =>
  Object.keys((book as WorkBook & { files: Record<string, unknown> }).files).filter((path) =>
    /\.(xml|rels)$/.test(path),
  );
