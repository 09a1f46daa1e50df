import type { Cell } from './cell.ts';

/** What Sheets and Excel show in the cell of a formula that failed, or that is not ready; the values API returns it as text. */
const SHOWN: ReadonlySet<Cell> = new Set(
  '#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #ERROR! #SPILL! #CALC! #LOADING! Loading...'.split(' '),
);

/** Whether a formula failed in this cell: what it shows is nobody's name. */
export const isErrorCell = (cell: Cell): boolean => SHOWN.has(typeof cell === 'string' ? cell.trim() : cell);
