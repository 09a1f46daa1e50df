import type { JsonObject } from './json.ts';

/** One request that reached the server, as the log keeps it and as faults match it. */
export interface Call {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** `values.update`, `spreadsheets.batchUpdate`, `drive.changes.list`; absent when nothing answers there. */
  readonly operation: string | undefined;
  readonly spreadsheetId: string | undefined;
  /** Of a batchUpdate, the kinds of its requests in order; else empty. */
  readonly kinds: readonly string[];
  readonly body: JsonObject;
  readonly bodyBytes: number;
  /** Of the answer; 0 until it was sent, and when it was not. */
  status: number;
  responseBytes: number;
}
