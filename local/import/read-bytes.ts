import { readFile, stat } from 'node:fs/promises';
import { ImportError } from './import-error.ts';
import { MAX_FILE_BYTES, megabytes } from './limits.ts';

/** Of an error of the system, such as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The bytes of a file that is there, is a file, holds something and is not too large (asked before reading). */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (found.isDirectory())
      throw new ImportError(`${path} is a folder. Give the path of a .csv, .csv.gz or .xlsx file.`);
    if (!found.isFile()) throw new ImportError(`${path} is not a plain file. Save what it gives as a .csv file first.`);
    if (found.size === 0) throw new ImportError(`${path} is empty. A file needs at least a row of headers.`);
    if (found.size >= MAX_FILE_BYTES) {
      throw new ImportError(
        `${path} has ${megabytes(found.size)}; files must be smaller than ${megabytes(MAX_FILE_BYTES)}. Split it by date, or compress a .csv as .csv.gz.`,
      );
    }
    return await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new ImportError(`There is no file ${path}. Check the path; it is taken from the current folder.`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new ImportError(`${path} may not be read. Give yourself permission to read it.`);
    }
    throw error;
  }
}
