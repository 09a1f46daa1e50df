import type { Meter } from '../ports.ts';
import type { GoogleClient } from './auth.ts';
import { brokenAnswer, type Failure, failureOf, isFromTransport, sentBytes, tooLarge } from './failure.ts';
import { LARGEST_ANSWER, readBody } from './read-body.ts';
import { isRefusal } from './refused-sign-in.ts';
import { forgetToken } from './token-client.ts';

/** One request that may be sent several times: reads, and writes that a repeat does not harm. */
export interface Job<Api> {
  readonly figure: 'sheets.reads' | 'sheets.writes' | 'drive.reads';
  /** `http` asks for the bytes as they come and sets the time-out; pass it on. */
  send(api: Api, http: HttpOptions): Promise<{ readonly data: unknown; readonly config: object }>;
}

interface HttpOptions {
  readonly responseType: 'stream';
  readonly retry: false;
  /** Milliseconds. */
  readonly timeout: number;
}

/** A generated client and who it asks as. */
export interface Opened<Api> {
  readonly api: Api;
  readonly client: GoogleClient;
}

/** Sends once: the bytes of a good answer, or what failed. A fault of our own is thrown. */
export async function attempt<Api>(
  job: Job<Api>,
  open: () => Promise<Opened<Api>>,
  timeout: number,
  meter: Meter | undefined,
): Promise<Buffer | Failure> {
  const opened = await authorised(open, timeout);
  if ('kind' in opened) return opened;
  try {
    // gaxios would repeat by rules of its own, and never a POST.
    const answer = await job.send(opened.api, { responseType: 'stream', retry: false, timeout });
    const body = await bodyOf(answer.data);
    const isRead = Buffer.isBuffer(body);
    count(job, meter, sentBytes(answer), isRead ? body.length : 0);
    return !isRead || isWhole(body) ? body : brokenAnswer(body);
  } catch (error) {
    if (!isFromTransport(error)) throw error;
    count(job, meter, sentBytes(error), 0);
    const failure = failureOf(error);
    if (failure.status === 401) forgetToken(opened.client);
    return failure;
  }
}

async function bodyOf(data: unknown): Promise<Buffer | Failure> {
  if (!isStream(data)) return Buffer.alloc(0);
  try {
    return (await readBody(data, LARGEST_ANSWER)) ?? tooLarge(LARGEST_ANSWER);
  } catch (error) {
    // The connection broke, or the time was over, in the middle of the answer.
    return failureOf(error);
  }
}

const isStream = (data: unknown): data is AsyncIterable<Uint8Array> =>
  typeof data === 'object' && data !== null && Symbol.asyncIterator in data;

/** Fetches the token before the request, so that its errors are not mistaken for answers of the API. */
async function authorised<Api>(open: () => Promise<Opened<Api>>, timeout: number): Promise<Opened<Api> | Failure> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Failure>((resolve) => {
    const failure: Failure = { kind: 'network', reason: 'time-out', message: 'no token from Google in time' };
    timer = setTimeout(() => resolve(failure), Math.min(timeout, 2 ** 31 - 1));
  });
  const ready = async () => {
    try {
      const opened = await open();
      await opened.client.getRequestHeaders();
      return opened;
    } catch (error) {
      const failure = failureOf(error);
      const passing = isFromTransport(error) && !isRefusal(error);
      return passing ? failure : { ...failure, kind: 'credentials' as const };
    }
  };
  try {
    return await Promise.race([ready(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function count({ figure }: Job<never>, meter: Meter | undefined, written: number, read: number): void {
  meter?.add(figure, 1);
  if (figure === 'drive.reads') return;
  meter?.add('sheets.bytesRead', read);
  if (figure === 'sheets.writes') meter?.add('sheets.bytesWritten', written);
}

/** Begins and ends like an object: tells a web page or a cut answer without parsing megabytes. */
function isWhole(body: Buffer): boolean {
  let end = body.length - 1;
  while (end > 0 && (body[end] ?? 0) <= 0x20) end--;
  let start = 0;
  while (start < end && (body[start] ?? 0) <= 0x20) start++;
  return end > 0 && body[start] === 0x7b && body[end] === 0x7d;
}
