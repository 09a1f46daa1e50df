import { crc32, deflateRawSync } from 'node:zlib';

export interface HandEntry {
  readonly name: string;
  readonly text: string | Buffer;
  /** What the directory claims instead of the truth. */
  readonly claimed?: number;
}

/** A deflated zip, written without the code under test, which may lie about sizes. */
export function zipByHand(entries: readonly HandEntry[]): Buffer {
  const u16 = (n: number) => Buffer.from([n & 255, (n >> 8) & 255]);
  const u32 = (n: number) => Buffer.from([n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255]);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, claimed } of entries) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const common = [u16(20), u16(0), u16(8), u32(0), u32(crc32(raw)), u32(packed.length), u32(claimed ?? raw.length)];
    const path = Buffer.from(name);
    const file = Buffer.concat([u32(0x04034b50), ...common, u16(path.length), u16(0), path, packed]);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        ...common,
        u16(path.length),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        path,
      ]),
    );
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  const end = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(entries.length),
    u16(entries.length),
    u32(list.length),
    u32(offset),
    u16(0),
  ];
  return Buffer.concat([...files, list, ...end]);
}
