export type FileKind = 'text' | 'gzip' | 'zip' | { readonly refused: string };

const SIGNATURES: readonly [bytes: string, kind: FileKind][] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['1f8b', 'gzip'],
  ['25504446', { refused: 'is a PDF' }],
  ['89504e47', { refused: 'is a PNG picture' }],
  ['ffd8ff', { refused: 'is a JPEG picture' }],
  ['474946383', { refused: 'is a GIF picture' }],
  ['526172211a07', { refused: 'is a RAR archive' }],
  ['377abcaf271c', { refused: 'is a 7-Zip archive' }],
];

/** The container of Excel before 2007; Excel also puts password-protected workbooks of today into it. */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
const ENCRYPTED_PART = Buffer.from('EncryptedPackage', 'utf16le');

/** What a file is by its first bytes, whatever its name says. Anything unknown is text: decoding it will tell. */
export function fileKind(bytes: Buffer): FileKind {
  const start = bytes.subarray(0, 16).toString('hex');
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return known[1];
  if (start.startsWith(COMPOUND_FILE)) {
    return bytes.includes(ENCRYPTED_PART)
      ? { refused: 'is protected by a password. Open it, take the password off and save it again' }
      : { refused: 'is in the format of Excel before 2007 (.xls). Open it and save it as "Excel Workbook (.xlsx)"' };
  }
  if (
    /^\s*<(!doctype html|html|\?xml)/i.test(
      bytes
        .subarray(0, 200)
        .toString('latin1')
        .replace(/^\xef\xbb\xbf/, ''),
    )
  ) {
    return { refused: 'is a web page or XML. Download or save it as .csv or .xlsx' };
  }
  return 'text';
}
