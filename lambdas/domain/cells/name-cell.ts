import { digest } from '../trees/digest.ts';
import type { Cell } from './cell.ts';
import { phrase } from './phrase.ts';
import { textOf } from './table.ts';

/** Characters. Whatever is longer is no name but a text that got into the wrong column. */
export const LONGEST_NAME = 200;
const KEPT = 180;

/** A cell that names somebody or something. A name that is too long for a report is cut, and marked so that it stays distinct. */
export const nameOf = (cell: Cell): string => shortName(textOf(cell));

/** The same for text that was read already; a short name is itself. */
export function shortName(text: string): string {
  if (text.length <= LONGEST_NAME) return text;
  // Three dots: NFKC would make them of … anyway.
  return `${cut(text, KEPT)}... #${digest(phrase(text)).slice(0, 8).toLowerCase()}`;
}

/** The beginning of a text for messages: nobody reads more of it there. */
export const beginningOf = (text: string): string =>
  text.length <= LONGEST_NAME ? text : `${cut(text, LONGEST_NAME - 1)}…`;

/** Never in the middle of a character. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd();
