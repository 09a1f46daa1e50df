import type { NamedRange } from 'hucre';
import { objectOf, stringOf } from '../../json.ts';
import type { Workbook } from '../../model/workbook.ts';
import { gridRange } from '../../range.ts';
import { absoluteRange } from './absolute-range.ts';
import type { SheetNames } from './sheet-names.ts';

/**
 * The named ranges of a workbook, but for names that Excel would read as cells and repair the file for. A filter has a
 * name too: LibreOffice shows none without it.
 */
export function namedRanges(workbook: Workbook, names: SheetNames): NamedRange[] {
  const own = workbook.state.namedRanges.flatMap((named): NamedRange[] => {
    const name = stringOf(named.name) ?? '';
    const range = gridRange(workbook, objectOf(named.range));
    return allowed(name) ? [{ name, range: absoluteRange(names, range) }] : [];
  });
  const filters = workbook.sheets.flatMap(({ id, state }): NamedRange[] => {
    if (state.basicFilter === undefined) return [];
    const range = absoluteRange(names, gridRange(workbook, objectOf(state.basicFilter.range)));
    return [{ name: '_xlnm._FilterDatabase', range, scope: names.of(id) }];
  });
  return [...own, ...filters];
}

const allowed = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_.]{0,254}$/u.test(name) && !/^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*|TRUE|FALSE)$/i.test(name);
