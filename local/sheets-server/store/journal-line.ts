import { newMint } from '../mint.ts';
import type { Input } from '../operation.ts';
import { operations } from '../operations.ts';
import type { Entry } from './entry.ts';

/** One applied write: what was asked, and what it needs to come out the same again. */
export interface JournalLine {
  readonly operation: string;
  readonly input: Input;
  readonly seed: number;
  readonly time: number;
  readonly change: number;
}

/** Does the write again. A line that the snapshot holds already is passed over. */
export function replay(entry: Entry, line: JournalLine): void {
  if (line.change <= entry.change) return;
  const operation = operations.get(line.operation);
  if (operation === undefined || !operation.writes)
    throw new Error(
      `The journal of ${entry.workbook.id} holds "${line.operation}", which this version does not know: open it with the version that wrote it.`,
    );
  entry.workbook.clock = () => line.time;
  operation.run(entry.workbook, line.input, newMint(line.seed, line.time));
  entry.version += 1;
  entry.change = line.change;
  entry.modifiedTime = line.time;
}
