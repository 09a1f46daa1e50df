import { inspect } from 'node:util';
import type { Context } from 'aws-lambda';
import { vi } from 'vitest';

export interface FunctionLogs {
  /** Whatever the runtime would have written: the lines of the handlers, and what they threw, to its last field. */
  readonly lines: string[];
  /** Milliseconds that a function has left; with few, it gives up instead of waiting for others to get well. */
  left: number;
  /** Calls a handler; true when it ended well. */
  call<E>(handler: (event: E, context: Context) => Promise<unknown>, event: unknown): Promise<boolean>;
}

/** Listens to everything that handlers write; `vi.restoreAllMocks` ends it. */
export function functionLogs(): FunctionLogs {
  const lines: string[] = [];
  const at = { left: 60_000 };
  const context = { getRemainingTimeInMillis: () => at.left } as Context; // the handlers ask for nothing else of it
  const note = (chunk: unknown): boolean => lines.push(...String(chunk).split('\n').filter(Boolean)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(note);
  vi.spyOn(process.stderr, 'write').mockImplementation(note);
  for (const way of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, way).mockImplementation((...told) => void note(told.map((each) => inspect(each)).join(' ')));
  return Object.assign(at, {
    lines,
    async call<E>(handler: (event: E, context: Context) => Promise<unknown>, event: unknown): Promise<boolean> {
      try {
        // What comes of a function (an answer, nothing) is not logged by the runtime.
        await handler(event as E, context); // a test may hand over anything
        return true;
      } catch (error) {
        // Hidden fields, causes and nested errors included: more than the runtime of today writes.
        note(
          inspect(error, { depth: 12, showHidden: true, maxStringLength: null, breakLength: Number.POSITIVE_INFINITY }),
        );
        return false;
      }
    },
  });
}
