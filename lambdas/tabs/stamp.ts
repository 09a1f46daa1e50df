import type { CellLayout } from './layout.ts';
import { AS_OF_RANGE } from './tab-names.ts';

/**
 * The "as of" line of every tab but Health, which holds the text: so all tabs state the same moment, and a tab whose
 * figures did not change need not be written to say so.
 */
export const STAMP: CellLayout = { value: { formula: `=${AS_OF_RANGE}` }, style: 'stamp' };
