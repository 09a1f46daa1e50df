/** Of an answer, in bytes. A spreadsheet of ten million cells, which is the most that Sheets allows, stays below it. */
export const LARGEST_ANSWER = 300 * 1024 * 1024;

/**
 * The bytes of an answer as they come in, held once and not in pieces beside their sum. What is larger than `most` is
 * not read to its end: `undefined`.
 */
export async function readBody(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | undefined> {
  let body = Buffer.allocUnsafeSlow(64 * 1024);
  let length = 0;
  for await (const piece of stream) {
    const needed = length + piece.length;
    // Leaving the loop ends the stream.
    if (needed > most) return undefined;
    if (needed > body.length) {
      // Memory that is never written to costs nothing.
      const larger = Buffer.allocUnsafeSlow(Math.min(most, Math.max(needed, 2 * body.length)));
      body.copy(larger, 0, 0, length);
      body = larger;
    }
    body.set(piece, length);
    length = needed;
  }
  return body.subarray(0, length);
}
