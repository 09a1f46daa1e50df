import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A slice of a body as an attribute: text, or bytes compressed with raw deflate. */
export type Slice = string | Uint8Array;

/** With its keys, an item with this much text still costs one write unit (1 KB): it stays readable in the console. */
const PLAIN_BYTES = 800;
/** Below the 400 KB limit of an item with room for keys, even when nothing can be compressed. */
const SLICE_BYTES = 380_000;

/**
 * A body as one or more slices. The body is cut before it is compressed: compressed bytes may differ between versions
 * of zlib, so slices of a compressed body written by two machines would not fit together.
 */
export function slicesOf(body: string): Slice[] {
  const size = Buffer.byteLength(body);
  if (size <= PLAIN_BYTES) return [body];
  const bytes = Buffer.from(body);
  const slices: Slice[] = [];
  for (let start = 0; start < size; start += SLICE_BYTES) {
    const slice = bytes.subarray(start, start + SLICE_BYTES);
    slices.push(deflateRawSync(slice, { chunkSize: chunkFor(slice.byteLength) }));
  }
  return slices;
}

export const isCut = (body: string): boolean => body.length > SLICE_BYTES / 3 && Buffer.byteLength(body) > SLICE_BYTES;

export function bodyOf(slices: readonly Slice[]): string {
  const [first] = slices;
  if (slices.length === 1 && typeof first === 'string') return first;
  return Buffer.concat(
    slices.map((slice) =>
      typeof slice === 'string'
        ? Buffer.from(slice)
        : inflateRawSync(slice, { chunkSize: chunkFor(USUAL_RATIO * slice.byteLength) }),
    ),
  ).toString();
}

/** Text of rows and figures is so many times as long as what it is compressed to, seldom more. */
const USUAL_RATIO = 6;

/** What zlib takes at once for its output: 16 KB unless told, which for a thousand small bodies is memory wasted. */
const chunkFor = (bytes: number): number => Math.max(constants.Z_MIN_CHUNK, Math.min(bytes, 64 * 1024));

/** Bytes in a request, where binary is base64. */
export const sizeOf = (slice: Slice): number =>
  typeof slice === 'string' ? Buffer.byteLength(slice) : Math.ceil((slice.byteLength * 4) / 3);

/** Narrows an attribute that was read. */
export function asSlice(attribute: unknown): Slice {
  if (typeof attribute === 'string' || attribute instanceof Uint8Array) return attribute;
  throw new TypeError('An item of the table has no body: something else than Leadsheet wrote to it.');
}
