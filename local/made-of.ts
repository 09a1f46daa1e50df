import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { digest } from '../lambdas/domain/trees/digest.ts';
import type { ImportOptions } from './import/import-file.ts';
import { readBytes } from './import/read-bytes.ts';
import { WORKBOOKS_FOLDER } from './service.ts';

/** Of which file the workbook in a data folder was made. */
export interface MadeOf {
  /** Its name. */
  readonly file: string;
  /** Changes with its bytes and with how they are read. */
  readonly digest: string;
}

/** Beside the workbook, so that it goes with it. */
const pathIn = (data: string): string => join(data, WORKBOOKS_FOLDER, 'made-of.json');

/** Throws `ImportError` where the file can't be read. */
export async function madeOf(path: string, { locale, timeZone }: ImportOptions): Promise<MadeOf> {
  const bytes = await readBytes(path);
  return { file: basename(path), digest: digest(JSON.stringify([digest(bytes), locale, timeZone])) };
}

/** `undefined`: nothing is kept, or a sample. */
export async function readMadeOf(data: string): Promise<MadeOf | undefined> {
  try {
    return JSON.parse(await readFile(pathIn(data), 'utf8')) as MadeOf; // written by noteMadeOf
  } catch {
    return undefined;
  }
}

export const noteMadeOf = (data: string, source: MadeOf): Promise<void> =>
  writeFile(pathIn(data), `${JSON.stringify(source)}\n`);
