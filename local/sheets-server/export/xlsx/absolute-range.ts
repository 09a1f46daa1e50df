import { formatArea, quoteTitle } from '../../a1.ts';
import type { Range } from '../../range.ts';
import type { SheetNames } from './sheet-names.ts';

/** `'My tab'!$A$1:$B$2`, with the name that the tab has in the file. */
export const absoluteRange = (names: SheetNames, range: Range): string =>
  `${quoteTitle(names.of(range.sheet.id))}!${formatArea(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
