/** An answer with several tabs of values, taken apart without parsing the rows. */
export interface ScannedAnswer {
  /** The answer with the rows of each tab replaced by the number of the tab: `"values":[3]`. */
  readonly frame: string;
  /** By that number: where each row begins, and the byte after its end. */
  readonly bounds: readonly Int32Array[];
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

/** `undefined`: not the shape that is expected (cut off, or something else), to be judged by who parses all of it. */
export function scanAnswer(body: Uint8Array): ScannedAnswer | undefined {
  const frame: string[] = [];
  const bounds: Int32Array[] = [];
  const text = (from: number, to: number): string => Buffer.from(body.subarray(from, to)).toString('utf8');
  let kept = 0;
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (byte === QUOTE) at = endOfText(body, at);
    else if (byte === CLOSE || byte === CLOSE_OBJECT) depth--;
    else if (byte === OPEN || byte === OPEN_OBJECT) {
      depth++;
      if (byte === OPEN_OBJECT || depth !== VALUES_DEPTH) continue;
      const rows = scanRows(body, at + 1);
      if (!rows) return undefined;
      frame.push(text(kept, at + 1), String(bounds.length));
      bounds.push(rows.bounds);
      depth--;
      at = rows.end;
      kept = at;
    }
  }
  if (depth !== 0) return undefined;
  frame.push(text(kept, body.length));
  return { frame: frame.join(''), bounds };
}

/** Rows of scalars up to the end of their array; `end` is its bracket. */
function scanRows(body: Uint8Array, from: number): { readonly bounds: Int32Array; readonly end: number } | undefined {
  let bounds = new Int32Array(1024);
  let filled = 0;
  for (let at = from; at < body.length; at++) {
    const byte = body[at];
    if (byte === CLOSE) return { bounds: bounds.slice(0, filled), end: at };
    if (byte === COMMA || (byte !== undefined && byte <= SPACE)) continue;
    if (byte !== OPEN) return undefined;
    const end = endOfRow(body, at + 1);
    if (filled === bounds.length) bounds = grown(bounds);
    bounds[filled++] = at;
    bounds[filled++] = end + 1;
    at = end;
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

function grown(bounds: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(bounds.length * 2);
  larger.set(bounds);
  return larger;
}
