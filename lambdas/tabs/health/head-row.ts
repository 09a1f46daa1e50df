import { text } from '../cells.ts';
import type { CellLayout } from '../layout.ts';

/** A head row of Health: the names in `numbers` stand above figures, the others above words. */
export const headRow = (names: readonly string[], numbers: readonly string[] = []): CellLayout[] =>
  names.map((name) => text(name, numbers.includes(name) ? 'head-right' : 'head'));
