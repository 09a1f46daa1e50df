/** Of an answer, in bytes. A spreadsheet of ten million cells, which is the most that Sheets allows, stays below it. */
export const LARGEST_ANSWER = 300 * 1024 * 1024;

/**
 * The bytes of an answer as they come in, held once and not in pieces beside their sum. What is larger than `most` is
 * not read to its end: `undefined`.
 */
export async function readBody(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | undefined> {
  // Grows in place: only addresses are set aside for `most`, memory is taken when it is written to.
  const memory = new ArrayBuffer(0, { maxByteLength: most });
  const bytes = new Uint8Array(memory);
  let length = 0;
  for await (const piece of stream) {
    const needed = length + piece.length;
    // Leaving the loop ends the stream.
    if (needed > most) return undefined;
    if (needed > memory.byteLength) memory.resize(Math.min(most, Math.max(needed, 2 * memory.byteLength)));
    bytes.set(piece, length);
    length = needed;
  }
  // Bytes that can't grow any more are read faster.
  return Buffer.from(memory.transferToFixedLength(length));
}
