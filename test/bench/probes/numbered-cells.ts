import { CLOSE, COMMA, ESCAPE, OPEN, QUOTE } from '../../../lambdas/sheets/json-bytes.ts';

/** More than the data of the benches have different cells; a power of two. */
const SLOTS = 1 << 18;

/** The cells of a tab, told apart. */
export interface NumberedCells {
  /** Row by row, `width` for each; 0 = empty. */
  readonly numbers: Int32Array;
  /** By number, as they stand in the answer, a text without its quotes. */
  readonly texts: readonly string[];
  readonly width: number;
}

/** The cells of the first tab of an answer of so many rows, as far as the columns below `width`: in one pass over its bytes. */
export function numberedCells(answer: Buffer, rows: number, width: number): NumberedCells {
  const numbers = new Int32Array(rows * width);
  /** Number of a cell, by hash. */
  const slots = new Int32Array(SLOTS);
  /** Where a cell lies, by number. */
  const starts = new Int32Array(SLOTS);
  const ends = new Int32Array(SLOTS);
  let count = 0;
  let at = answer.indexOf('[[') + 1;
  for (let row = 0; row < rows; row++) {
    if (answer[at++] !== OPEN) throw new Error(`the answer has fewer than ${rows} rows`);
    for (let column = 0; answer[at] !== CLOSE; column++) {
      const start = at;
      let hash = column;
      if (answer[at] === QUOTE) {
        for (at++; answer[at] !== QUOTE; at++) {
          if (answer[at] === ESCAPE) at++;
          hash = Math.imul(hash ^ (answer[at] ?? 0), 0x01000193);
        }
        at++;
      } else {
        for (; answer[at] !== COMMA && answer[at] !== CLOSE; at++)
          hash = Math.imul(hash ^ (answer[at] ?? 0), 0x01000193);
      }
      const isEmpty = answer[start] === QUOTE && at === start + 2;
      if (column < width && !isEmpty) {
        let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        let known = slots[slot] ?? 0;
        while (known !== 0 && !isSame(answer, starts[known] ?? 0, ends[known] ?? 0, start, at)) {
          slot = (slot + 1) & (SLOTS - 1);
          known = slots[slot] ?? 0;
        }
        if (known === 0) {
          known = ++count;
          if (count > SLOTS / 2) throw new Error('more different cells than there is room for');
          slots[slot] = known;
          starts[known] = start;
          ends[known] = at;
        }
        numbers[row * width + column] = known;
      }
      if (answer[at] === COMMA) at++;
    }
    at += answer[at + 1] === COMMA ? 2 : 1;
  }
  const texts = [''];
  for (let cell = 1; cell <= count; cell++) {
    const quote = answer[starts[cell] ?? 0] === QUOTE ? 1 : 0;
    texts.push(answer.toString('utf8', (starts[cell] ?? 0) + quote, (ends[cell] ?? 0) - quote));
  }
  return { numbers, texts, width };
}

function isSame(answer: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = start, other = otherStart; at < end; at++, other++) if (answer[at] !== answer[other]) return false;
  return true;
}
