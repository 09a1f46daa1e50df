import type { Context } from 'aws-lambda';
import { loggable } from '../domain/loggable.ts';

/** The outermost wall of a function: the runtime writes whatever it throws into the log. */
export const door =
  <E, R>(handle: (event: E, context: Context) => Promise<R>) =>
  (event: E, context: Context): Promise<R> =>
    handle(event, context).catch((error: unknown) => {
      throw loggable(error);
    });
