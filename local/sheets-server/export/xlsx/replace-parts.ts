import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATED = 8;

/**
 * A zip with the content of some of its parts replaced; the others are copied as they are packed. Takes what the
 * writer makes: no comment, no zip64. Throws when a part to replace is not there.
 */
export function replaceParts(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Uint8Array {
  if (parts.size === 0) return bytes;
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Buffer.from(zip.subarray(-22));
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const missing = new Set(parts.keys());
  let offset = 0;
  let at = end.readUInt32LE(16);
  for (let count = end.readUInt16LE(10); count > 0; count -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const line = Buffer.from(zip.subarray(at, at + 46 + nameLength));
    const from = line.readUInt32LE(42);
    const content = from + 30 + nameLength;
    const name = line.toString('utf8', 46);
    const local = Buffer.from(zip.subarray(from, content));
    const part = parts.get(name);
    missing.delete(name);
    const packed =
      part === undefined ? zip.subarray(content, content + line.readUInt32LE(20)) : pack(part, line, local);
    line.writeUInt32LE(offset, 42);
    locals.push(local, packed);
    directory.push(line);
    offset += local.length + packed.length;
    at += line.length;
  }
  if (missing.size > 0) throw new Error(`The writer made no ${[...missing].join(', ')}: see which names it uses now.`);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** The part as it is packed; what its two headers say of it is set. */
function pack(part: string, line: Buffer, local: Buffer): Buffer {
  const bytes = Buffer.from(part);
  const packed = deflateRawSync(bytes);
  for (const [header, shift] of [
    [local, 0],
    [line, 2],
  ] as const) {
    header.writeUInt16LE(DEFLATED, 8 + shift);
    header.writeUInt32LE(crc32(bytes), 14 + shift);
    header.writeUInt32LE(packed.length, 18 + shift);
    header.writeUInt32LE(bytes.length, 22 + shift);
  }
  return packed;
}
