import { columnIndex, columnLetters } from '../a1.ts';
import { moveEnd, moveStart, type Shift } from '../structure/shift.ts';

const GONE = '#REF!';
const CORNER = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/;

/** The cells of a reference (`A2`, `$A$2:B9`, `A:C`) after rows or columns came or went; `#REF!` when they went. */
export function followShift(cells: string, shift: Shift): string {
  const [first = '', second] = cells.split(':');
  const last = second ?? first;
  const from = indexIn(first, shift);
  const to = indexIn(last, shift);
  // Open in this direction at one end or at both: what is there moves, and the other end stays open.
  if (from === undefined && to === undefined) return cells;
  if (to === undefined) return `${withIndex(first, moveStart(from ?? 0, shift), shift)}:${last}`;
  if (from === undefined) return `${first}:${withIndex(last, moveStart(to, shift), shift)}`;
  const start = moveStart(Math.min(from, to), shift);
  const end = moveEnd(Math.max(from, to) + 1, shift);
  if (end <= start) return GONE;
  const moved = withIndex(first, from <= to ? start : end - 1, shift);
  return second === undefined ? moved : `${moved}:${withIndex(last, from <= to ? end - 1 : start, shift)}`;
}

/** Undefined for a corner that is open in this direction. */
function indexIn(corner: string, { dimension }: Shift): number | undefined {
  const [, , letters = '', , digits = ''] = CORNER.exec(corner) ?? [];
  if (dimension === 'ROWS') return digits === '' ? undefined : Number(digits) - 1;
  return letters === '' ? undefined : columnIndex(letters);
}

function withIndex(corner: string, index: number, { dimension }: Shift): string {
  const [, holdColumn = '', letters = '', holdRow = '', digits = ''] = CORNER.exec(corner) ?? [];
  return dimension === 'ROWS'
    ? holdColumn + letters + holdRow + String(index + 1)
    : holdColumn + columnLetters(index) + holdRow + digits;
}
