import { isUtf8 } from 'node:buffer';
import { ImportError } from './import-error.ts';

const NEWLINE = 0x0a;
const ADVICE = 'Save it as "CSV UTF-8" (Excel) or download it as .csv (Google Sheets).';

/** UTF-8 bytes to text, a byte order mark dropped. Other encodings are refused, since guessing one spoils names. */
export function decodeUtf8(name: string, bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') throw new ImportError(`${name} is in UTF-16; UTF-8 was expected. ${ADVICE}`);
  if (bytes.includes(0)) {
    throw new ImportError(
      `${name} is no text: it holds zero bytes (UTF-16 without a mark, or no table at all). ${ADVICE}`,
    );
  }
  if (!isUtf8(bytes)) {
    throw new ImportError(
      `${name} is not UTF-8: line ${firstBadLine(bytes)} has bytes of another encoding (often Windows-1252). ${ADVICE}`,
    );
  }
  return new TextDecoder('utf-8').decode(bytes);
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(from, end))) return line;
    from = end;
  }
  return line;
}
