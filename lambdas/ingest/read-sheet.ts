import { asOfInstant } from '../domain/days/as-of.ts';
import type { SourceTree } from '../domain/source/source-tree.ts';
import type { Head } from '../domain/trees/head.ts';
import type { IngestDeps, IngestRequest } from './ingest-request.ts';
import { locateTabs } from './input-tabs.ts';
import { type Payload, payloadOf, tabsByName } from './payload.ts';
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts';

export interface SheetRead {
  readonly payload: Payload;
  /** `unchanged`: the payload is the one that the head has, and nothing else asks for its rows. */
  readonly read: 'unchanged' | { readonly message: string } | Omit<ReadWorkbook, 'reading'>;
  /** What was made of the rows of the reading before, where this process remembers it. */
  readonly last: SourceTree | undefined;
}

/**
 * Reads a sheet down to its rows. All that holds the answer of Sheets, a hundred MB of a long sheet, ends here: unless
 * it is remembered for the next reading, its memory is free for what is made of the rows.
 */
export async function readSheet(deps: IngestDeps, request: IngestRequest, head: Head): Promise<SheetRead> {
  const { sheets, readings, clock } = deps;
  const description = await sheets.describe(request.workbook);
  const tabs = locateTabs(head.tabs, description);
  const answer = await sheets.read(request.workbook, Object.values(tabs));
  const payload = payloadOf(description, tabs, answer.digest);
  if (isUnchanged(head, payload, request, clock)) return { payload, read: 'unchanged', last: undefined };
  const before = request.full ? undefined : readings?.take(request.workbook);
  const found = readWorkbook(description, tabsByName(tabs, answer, before?.read.tab), before);
  if ('message' in found) return { payload, read: found, last: undefined };
  const { reading, ...read } = found;
  readings?.keep(request.workbook, reading);
  return { payload, read, last: before?.read.tree };
}

/** The same bytes as last time, and the verdicts beside the rows are of today. */
function isUnchanged(head: Head, payload: Payload, request: IngestRequest, clock: () => number): boolean {
  if (head.payload !== payload.digest || request.withRows || request.full || request.forget) return false;
  if (head.stop) return !request.acceptRemovals;
  const { checked } = head;
  return checked === undefined || checked.day === (request.asOf ?? asOfInstant(clock(), checked.timeZone)).day;
}
