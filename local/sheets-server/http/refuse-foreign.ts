import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Why a request is refused; undefined when it may pass. The server listens on loopback only, but any page that is open
 * in a browser of this machine could post to it, or read it under a name of its own that leads to 127.0.0.1.
 */
export function refuseForeign({ headers, method }: IncomingMessage): string | undefined {
  const { host, origin } = headers;
  if (host !== undefined && !LOOPBACK.test(host)) return 'This server answers at 127.0.0.1, localhost and [::1] only.';
  if (method === 'GET' || method === 'HEAD') return undefined;
  // Programs send no Origin; browsers always do when they write.
  if (origin !== undefined && origin !== `http://${host}`)
    return 'Pages of other addresses may not write to this server.';
  if (headers['sec-fetch-site'] === 'cross-site') return 'Pages of other addresses may not write to this server.';
  return undefined;
}
