import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ImportError } from './import-error.ts';
import { MAX_UNPACKED_BYTES, megabytes } from './limits.ts';

const inflate = promisify(gunzip);

/** Unpacks a .gz, giving up as soon as more than `limit` bytes have come out. */
export async function inflateGzip(name: string, packed: Buffer, limit = MAX_UNPACKED_BYTES): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: limit });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ImportError(`${name} unpacks to more than ${megabytes(limit)}. Split it by date.`, { cause: error });
    }
    if (code === 'Z_BUF_ERROR') {
      throw new ImportError(`${name} is cut off: its end is missing. Download or copy it again.`, { cause: error });
    }
    throw new ImportError(`${name} is a damaged .gz file. Download or copy it again.`, { cause: error });
  }
}
