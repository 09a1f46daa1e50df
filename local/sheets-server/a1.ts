/** Zero-based, half-open; an open end is undefined. */
export interface Area {
  readonly startRow: number;
  readonly endRow: number | undefined;
  readonly startColumn: number;
  readonly endColumn: number | undefined;
}

export interface ParsedA1 {
  /** Absent: the first tab. */
  readonly title: string | undefined;
  /** Whether the title stood in quotes. */
  readonly quoted: boolean;
  /** Absent: the whole tab. `text` keeps what stood there, since it may be the name of a range or tab. */
  readonly area: Area | undefined;
  readonly text: string;
}

const QUOTED = /^'((?:[^']|'')*)'(?:!(.*))?$/s;

/** Takes `'It''s'!A1:B`, `Sheet1!A1`, `Sheet1`, `A1:B2`; undefined when it is not well formed. */
export function parseA1(text: string): ParsedA1 | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted) {
    const title = (quoted[1] ?? '').replaceAll("''", "'");
    const rest = quoted[2];
    const area = rest === undefined ? undefined : parseArea(rest);
    return rest !== undefined && area === undefined ? undefined : { title, quoted: true, area, text };
  }
  if (text.startsWith("'")) return undefined;
  const mark = text.lastIndexOf('!');
  if (mark >= 0) {
    const area = parseArea(text.slice(mark + 1));
    return area === undefined ? undefined : { title: text.slice(0, mark), quoted: false, area, text };
  }
  return text === '' ? undefined : { title: undefined, quoted: false, area: parseArea(text), text };
}

const CORNER = /^(\$?[A-Za-z]{1,3})?(\$?[1-9]\d{0,7})?$/;

/** `R1C1`; the brackets of a relative one have no cell to start from here. */
const ROW_COLUMN = /^R([1-9]\d{0,7})C([1-9]\d{0,4})$/i;

/** `A1`, `A1:B2`, `A:B`, `2:5`, `A2:C`, `A1:3`, `D4:A1`, `R1C1:R2C2`; dollar signs are allowed. */
export function parseArea(text: string): Area | undefined {
  const [first = '', second, ...more] = text.split(':');
  if (more.length > 0) return undefined;
  const start = parseCorner(first);
  const end = second === undefined ? start : parseCorner(second);
  if (start === undefined || end === undefined) return undefined;
  if (second === undefined && (start.row === undefined || start.column === undefined)) return undefined;
  const rows = span(start.row, end.row);
  const columns = span(start.column, end.column);
  return { startRow: rows.start, endRow: rows.end, startColumn: columns.start, endColumn: columns.end };
}

function parseCorner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const numbered = ROW_COLUMN.exec(text);
  if (numbered) return { row: Number(numbered[1]) - 1, column: Number(numbered[2]) - 1 };
  const match = CORNER.exec(text);
  if (!match || text === '') return undefined;
  const [, letters, digits] = match;
  return {
    column: letters === undefined ? undefined : columnIndex(letters.replace('$', '')),
    row: digits === undefined ? undefined : Number(digits.replace('$', '')) - 1,
  };
}

/** Corners may stand in either order; one missing end leaves the range open there. */
function span(a: number | undefined, b: number | undefined): { start: number; end: number | undefined } {
  if (a === undefined || b === undefined) return { start: a ?? b ?? 0, end: undefined };
  return { start: Math.min(a, b), end: Math.max(a, b) + 1 };
}

/** `A` -> 0, `AA` -> 26 */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 -> `A`, 26 -> `AA` */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Quotes where Google does: `Sheet1` stays, `D3`, `R1C1`, `my tab` and `It's` get quotes. */
export function quoteTitle(title: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(title) && !/^([A-Za-z]{1,3}\d+|[rR]\d*([cC]\d*)?|true|false)$/i.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

/** Writes an area that may be open: `A1001:B`, `AA1:2`, `C5`. */
export function formatOpenArea({ startRow, endRow, startColumn, endColumn }: Area): string {
  const first = columnLetters(startColumn) + String(startRow + 1);
  const last =
    (endColumn === undefined ? '' : columnLetters(endColumn - 1)) + (endRow === undefined ? '' : String(endRow));
  return last === '' || last === first ? first : `${first}:${last}`;
}

/** Writes a bounded area: `A1` for one cell, else `A1:B2`. */
export function formatArea(area: { startRow: number; endRow: number; startColumn: number; endColumn: number }): string {
  const first = columnLetters(area.startColumn) + String(area.startRow + 1);
  const last = columnLetters(area.endColumn - 1) + String(area.endRow);
  return first === last ? first : `${first}:${last}`;
}
