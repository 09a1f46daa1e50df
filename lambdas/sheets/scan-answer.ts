import { RowList, type ScannedRows } from './row-list.ts';
import { type RowBytes, RowsAgain } from './rows-again.ts';

/** An answer with several tabs of values, taken apart without parsing the rows. */
export interface ScannedAnswer {
  /** The answer with the rows of each tab replaced by the number of the tab: `"values":[3]`. */
  readonly frame: string;
  /** Rows by that number. */
  readonly tabs: readonly ScannedRows[];
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN = 0x5b;
const ESCAPE = 0x5c;
const CLOSE = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

/** `{"valueRanges": [{"valueRange": {"values": [` */
const VALUES_DEPTH = 5;

/**
 * `undefined`: not the shape that is expected (cut off, or something else), to be judged by who parses all of it.
 * `earlier`: rows of one tab as they were in an answer before; where they are there again, nothing is looked for.
 */
export function scanAnswer(body: Buffer, earlier?: RowBytes): ScannedAnswer | undefined {
  const frame: string[] = [];
  const tabs: ScannedRows[] = [];
  const text = (from: number, to: number): string => body.toString('utf8', from, to);
  let kept = 0;
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (byte === QUOTE) at = endOfText(body, at);
    else if (byte === CLOSE || byte === CLOSE_OBJECT) depth--;
    else if (byte === OPEN || byte === OPEN_OBJECT) {
      depth++;
      if (byte === OPEN_OBJECT || depth !== VALUES_DEPTH) continue;
      const rows = scanRows(body, at + 1, earlier);
      if (!rows) return undefined;
      frame.push(text(kept, at + 1), String(tabs.length));
      tabs.push(rows);
      depth--;
      at = rows.end;
      kept = at;
    }
  }
  if (depth !== 0) return undefined;
  frame.push(text(kept, body.length));
  return { frame: frame.join(''), tabs };
}

/** Rows of scalars up to the end of their array; `end` is its bracket. */
function scanRows(
  body: Buffer,
  from: number,
  earlier: RowBytes | undefined,
): (ScannedRows & { readonly end: number }) | undefined {
  const rows = new RowList();
  const again = earlier && new RowsAgain(body, earlier);
  for (let at = from; at < body.length; at++) {
    const byte = body[at];
    if (byte === CLOSE) return { ...rows.scanned(), end: at };
    if (byte === COMMA || (byte !== undefined && byte <= SPACE)) continue;
    if (byte !== OPEN) return undefined;
    const run = again?.runAt(at);
    if (earlier && run) rows.addRun(earlier, run, at);
    else rows.add(at, endOfRow(body, at + 1) + 1);
    at = rows.end - 1;
  }
  return undefined;
}

/** Where the bracket stands that ends a row; the length of the body where none does. */
function endOfRow(body: Uint8Array, from: number): number {
  const { length } = body;
  let at = from;
  for (; at < length; at++) {
    const byte = body[at];
    if (byte === CLOSE) break;
    if (byte === QUOTE) at = endOfText(body, at);
  }
  return at;
}

/** Where the quote stands that ends the text which begins at `from`. */
function endOfText(body: Uint8Array, from: number): number {
  const { length } = body;
  let at = from + 1;
  for (; at < length; at++) {
    const byte = body[at];
    if (byte === QUOTE) break;
    if (byte === ESCAPE) at++;
  }
  return at;
}
