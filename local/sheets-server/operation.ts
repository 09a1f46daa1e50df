import type { Json, JsonObject } from './json.ts';
import type { Mint } from './mint.ts';
import type { Workbook } from './model/workbook.ts';

/** The parts of a request that an operation sees; plain JSON, so that the journal can keep it. */
export interface Input {
  /** Parts of the path: `range`, `sheetId`. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly body: JsonObject;
}

export interface ReadOperation {
  readonly name: string;
  readonly writes: false;
  run(workbook: Workbook, input: Input): Json;
}

/** Runs on a draft: it may throw at any point, and nothing is applied. Same draft, input and mint: same result. */
export interface WriteOperation {
  readonly name: string;
  readonly writes: true;
  run(draft: Workbook, input: Input, mint: Mint): Json;
}

export type Operation = ReadOperation | WriteOperation;

export const parameter = (input: Input, name: string): string | undefined => input.query[name]?.[0];
export const parameters = (input: Input, name: string): readonly string[] => input.query[name] ?? [];
