import { arrayOf, objectOf, stringOf } from '../json.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';

const HYPERLINK = /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*[,;)]/i;

/** Where a cell leads to: by its format, by a run of its text, or by a `HYPERLINK` with a literal address. */
export function cellLink(sheet: Sheet, row: number, column: number): string | undefined {
  const format = objectOf(sheet.cells.format(row, column)?.textFormat);
  const own = stringOf(objectOf(format.link).uri);
  if (own !== undefined) return own;
  for (const run of arrayOf(sheet.cells.extras(row, column)?.textFormatRuns)) {
    const uri = stringOf(objectOf(objectOf(objectOf(run).format).link).uri);
    if (uri !== undefined) return uri;
  }
  const value = sheet.cells.value(row, column);
  return isFormula(value) ? HYPERLINK.exec(value.formula)?.[1]?.replaceAll('""', '"') : undefined;
}
