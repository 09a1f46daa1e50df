import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Json } from '../json.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export const jsonAnswer = (status: number, json: Json, pretty: boolean): Answer => ({
  status,
  type: 'application/json; charset=UTF-8',
  body: pretty ? `${JSON.stringify(json, null, 2)}\n` : JSON.stringify(json),
});

export const htmlAnswer = (status: number, body: string): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
});

/** Only our own files, no markup out of text, and no address but this one to talk to. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** The bytes of an answer, packed when the caller asks for it the way Google wants to be asked. */
export function encode(request: IncomingMessage, answer: Answer): { bytes: Buffer; packed: boolean } {
  const plain = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : Buffer.from(answer.body);
  const accepts = /\bgzip\b/i.test(String(request.headers['accept-encoding'] ?? ''));
  const asks = /gzip/i.test(request.headers['user-agent'] ?? '') || answer.type.startsWith('text/');
  // Fast rather than small: it is the same machine.
  return accepts && asks && plain.length > 256
    ? { bytes: gzipSync(plain, { level: 1 }), packed: true }
    : { bytes: plain, packed: false };
}

export function send(response: ServerResponse, answer: Answer, encoded: { bytes: Buffer; packed: boolean }): void {
  response.writeHead(answer.status, {
    'Content-Type': answer.type,
    'Content-Length': encoded.bytes.length,
    ...(encoded.packed ? { 'Content-Encoding': 'gzip' } : {}),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    ...(answer.type.startsWith('text/html')
      ? {
          'Content-Security-Policy': PAGE_POLICY,
          'Referrer-Policy': 'no-referrer',
          'Cross-Origin-Opener-Policy': 'same-origin',
        }
      : {}),
  });
  response.end(encoded.bytes);
}

/** Half of the body, and then the connection is gone. */
export function sendCut(response: ServerResponse, answer: Answer, encoded: { bytes: Buffer; packed: boolean }): void {
  response.writeHead(answer.status, {
    'Content-Type': answer.type,
    'Content-Length': encoded.bytes.length,
    ...(encoded.packed ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.write(encoded.bytes.subarray(0, Math.floor(encoded.bytes.length / 2)), () => response.destroy());
}
