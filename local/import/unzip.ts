import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { ImportError } from './import-error.ts';
import { MAX_RATIO, MAX_UNPACKED_BYTES, megabytes, RATIO_FROM_BYTES } from './limits.ts';

const inflate = promisify(inflateRaw);
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** One line of a zip's central directory; sizes in bytes. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const damaged = (file: string, cause?: unknown): ImportError =>
  new ImportError(`${file} is a damaged or cut-off .xlsx file. Download or copy it again.`, { cause });

/** The central directory, refused when what it declares is a zip bomb. Nothing has been inflated by then. */
export function listZip(zip: Buffer, file: string): ZipEntry[] {
  try {
    const entries = readDirectory(zip, file);
    refuseBombs(entries, file);
    return entries;
  } catch (error) {
    throw error instanceof ImportError ? error : damaged(file, error);
  }
}

function readDirectory(zip: Buffer, file: string): ZipEntry[] {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END_OF_DIRECTORY);
  const end = zip.lastIndexOf(signature);
  if (end < 0 || end < zip.length - LONGEST_COMMENT - 22) throw damaged(file);
  const count = zip.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  for (let at = zip.readUInt32LE(end + 16), index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged(file);
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function refuseBombs(entries: readonly ZipEntry[], file: string): void {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > MAX_UNPACKED_BYTES) {
    throw new ImportError(
      `${file} would unpack to ${megabytes(total)}; the limit is ${megabytes(MAX_UNPACKED_BYTES)}. Split it by date.`,
    );
  }
  const bomb = entries.find(
    ({ packed, unpacked }) => unpacked > RATIO_FROM_BYTES && unpacked > MAX_RATIO * Math.max(packed, 1),
  );
  if (bomb) {
    throw new ImportError(
      `${file} looks like a zip bomb: ${bomb.name} would grow more than ${MAX_RATIO} times. Save it as .csv, if it is yours.`,
    );
  }
}

/** Inflates one entry, never beyond the size that the directory declares. */
export async function unzipEntry(zip: Buffer, entry: ZipEntry, file: string): Promise<Buffer> {
  if (entry.flags & ENCRYPTED) {
    throw new ImportError(`${file} is protected by a password. Save it without one.`);
  }
  try {
    const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
    if (start + entry.packed > zip.length) throw damaged(file);
    const packed = zip.subarray(start, start + entry.packed);
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED)
      throw new ImportError(`${file} is packed in an unusual way. Save it again from Excel.`);
    const bytes = await inflate(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
    if (bytes.length !== entry.unpacked) throw damaged(file);
    return bytes;
  } catch (error) {
    throw error instanceof ImportError ? error : damaged(file, error);
  }
}
