import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { ApiError, badField, invalid } from '../api-error.ts';
import type { Upload } from '../drive/upload-content.ts';
import { isObject, type JsonObject } from '../json.ts';
import { LIMITS } from '../limits.ts';

export interface Body {
  readonly json: JsonObject;
  /** As they came over the wire. */
  readonly bytes: number;
  /** The file of an upload. */
  readonly upload?: Upload;
}

/** The JSON object of a request; an empty body is an empty object. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const { text, bytes } = await readText(request);
  return { json: readObject(text), bytes };
}

/** The body of a request as text, unpacked. */
export async function readText(request: IncomingMessage): Promise<{ readonly text: string; readonly bytes: number }> {
  const { raw, bytes } = await readBytes(request);
  return { text: raw.toString('utf8'), bytes };
}

/** The body of a request, unpacked, and its size on the way. */
export async function readBytes(request: IncomingMessage): Promise<{ readonly raw: Buffer; readonly bytes: number }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > LIMITS.bodyBytes)
      throw new ApiError(413, `Request payload size exceeds the limit: ${LIMITS.bodyBytes} bytes.`);
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  return { raw: request.headers['content-encoding'] === 'gzip' ? unzip(whole) : whole, bytes };
}

function unzip(raw: Buffer): Buffer {
  try {
    return gunzipSync(raw, { maxOutputLength: LIMITS.bodyBytes });
  } catch {
    throw invalid('Request body is not valid gzip, or too large.');
  }
}

/** Text as a JSON object; no text is an empty one. */
export function readObject(text: string): JsonObject {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(`Invalid JSON payload received. ${error instanceof Error ? error.message : 'Parse error.'}`);
  }
  if (!isObject(value)) throw badField('', 'Invalid JSON payload received. Root element must be a message.');
  return value;
}
