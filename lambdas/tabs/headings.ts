import { text } from './cells.ts';
import type { CellLayout } from './layout.ts';

/** A head row: the first column and those listed in `words` hold text, the others numbers. */
export const headings = (names: readonly string[], words: readonly string[] = []): CellLayout[] =>
  names.map((name, at) => text(name, at === 0 || words.includes(name) ? 'head' : 'head-right'));

export const ABSENT: CellLayout = text('–', 'count-muted');

export const tenths = (value: number): CellLayout => ({ value: Math.round(value * 10) / 10, style: 'decimal' });
