import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { DriveError } from '../drive/drive-error.ts';
import { type Body, readBytes, readObject } from './read-body.ts';

const bad = (message: string) => new DriveError(400, message, 'badRequest');

/** A request of an upload address: `uploadType=media` is the file alone, `multipart` has what is said of it in front. */
export async function readUpload(request: IncomingMessage, url: URL): Promise<Body> {
  const kind = url.searchParams.get('uploadType') ?? '';
  const type = request.headers['content-type'] ?? '';
  const { raw, bytes } = await readBytes(request);
  if (kind === 'media') return { json: {}, bytes, upload: { type: plainType(type), bytes: raw } };
  if (kind !== 'multipart')
    throw bad(`The local server takes uploads with uploadType=media or multipart, not "${kind}".`);
  const boundary = /^multipart\/related;.*\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (boundary === null) throw new ApiError(400, `Unsupported content with type: ${type}`);
  const [about, file, ...more] = partsOf(raw, boundary[1] ?? boundary[2] ?? '');
  if (about === undefined || file === undefined || more.length > 0) throw bad('Malformed multipart body.');
  return { json: readObject(about.bytes.toString('utf8')), bytes, upload: file };
}

const plainType = (type: string) => type.split(';')[0]?.trim().toLowerCase() ?? '';

const LINE = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');

/** The parts of a multipart body, each with its type and decoded bytes. */
function partsOf(raw: Buffer, boundary: string): { type: string; bytes: Buffer }[] {
  const mark = Buffer.from(`--${boundary}`);
  const parts: { type: string; bytes: Buffer }[] = [];
  let from = raw.indexOf(mark);
  for (;;) {
    if (from < 0) throw bad('Missing end boundary in multipart body.');
    from += mark.length;
    if (raw.subarray(from, from + 2).toString('latin1') === '--') return parts;
    const end = raw.indexOf(Buffer.concat([LINE, mark]), from);
    if (end < 0) throw bad('Missing end boundary in multipart body.');
    const headEnd = raw.indexOf(HEAD_END, from);
    if (headEnd < 0 || headEnd > end) throw bad('Malformed multipart body.');
    const head = raw.subarray(from, headEnd).toString('latin1');
    const bytes = raw.subarray(headEnd + HEAD_END.length, end);
    const packed = /^content-transfer-encoding:\s*base64\s*$/im.test(head);
    parts.push({
      type: plainType(/^content-type:\s*(.+)$/im.exec(head)?.[1] ?? ''),
      bytes: packed ? Buffer.from(bytes.toString('latin1'), 'base64') : bytes,
    });
    from = end + LINE.length;
  }
}
