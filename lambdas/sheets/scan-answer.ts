import { CLOSE, CLOSE_OBJECT, COMMA, ESCAPE, isSpace, OPEN, OPEN_OBJECT, QUOTE } from './json-bytes.ts';
import { RowList, type ScannedRows } from './row-list.ts';
import { type RowBytes, RowsAgain } from './rows-again.ts';

/** An answer with several tabs of values, taken apart without parsing the rows. */
export interface ScannedAnswer {
  /** The answer with the rows of each tab replaced by the number of the tab: `"values":[3]`. */
  readonly frame: string;
  /** Rows by that number. */
  readonly tabs: readonly ScannedRows[];
}

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
  let before: typeof COMMA | typeof CLOSE | undefined;
  for (let at = from; at < body.length; at++) {
    const byte = body[at];
    if (isSpace(byte)) continue;
    if (byte === CLOSE) return before === COMMA ? undefined : { ...rows.scanned(), end: at };
    if (byte === COMMA) {
      if (before !== CLOSE) return undefined;
      before = COMMA;
      continue;
    }
    if (byte !== OPEN || before === CLOSE) return undefined;
    const run = again?.runAt(at);
    if (earlier && run) rows.addRun(earlier, run, at);
    else {
      const end = endOfRow(body, at + 1);
      if (end === undefined) return undefined;
      rows.add(at, end + 1);
    }
    at = rows.end - 1;
    before = CLOSE;
  }
  return undefined;
}

/** Where the bracket stands that ends a row; `undefined` when something else is in it than cells and commas between them. */
function endOfRow(body: Uint8Array, from: number): number | undefined {
  const { length } = body;
  /** Since the last comma: there has been a cell, there must be one, or, at the beginning, there may be. */
  let cell: 'has' | 'must' | 'may' = 'may';
  for (let at = from; at < length; at++) {
    const byte = body[at];
    if (byte === QUOTE) {
      if (cell === 'has') return undefined;
      cell = 'has';
      at = endOfText(body, at);
    } else if (byte === COMMA) {
      if (cell !== 'has') return undefined;
      cell = 'must';
    } else if (byte === CLOSE) return cell === 'must' ? undefined : at;
    else if (byte === OPEN || byte === OPEN_OBJECT) return undefined;
    else if (!isSpace(byte)) cell = 'has';
  }
  return undefined;
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
