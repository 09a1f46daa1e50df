import { invalid } from '../api-error.ts';
import { type Rendering, renderCell } from '../cell-view.ts';
import { enterText } from '../enter-text.ts';
import { isObject, type JsonObject, numberOf, stringOf } from '../json.ts';
import { isFormula } from '../model/cell.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, type Range, wholeSheet } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireSheet, requireString } from './require.ts';

const SHOWN: Rendering = { value: 'FORMATTED_VALUE', dateTime: 'SERIAL_NUMBER' };

/** Looks at what cells show, and in formulas when told to; what comes out is typed into the cell again. */
export const findReplace = requestKind({
  name: 'findReplace',
  check(draft, request) {
    const pattern = patternOf(request);
    const replacement = stringOf(request.replacement) ?? '';
    const literal = request.searchByRegex === true ? replacement : replacement.replaceAll('$', '$$$$');
    return {
      ranges: scopeOf(draft, request),
      pattern,
      replacement: literal,
      formulas: request.includeFormulas === true,
    };
  },
  apply(draft, { ranges, pattern, replacement, formulas }) {
    const count = { values: 0, formulas: 0, occurrences: 0 };
    const [rows, sheets] = [new Set<string>(), new Set<number>()];
    for (const { sheet, startRow, endRow, startColumn, endColumn } of ranges) {
      for (let row = startRow; row < Math.min(endRow, sheet.cells.length); row += 1) {
        for (let column = startColumn; column < endColumn; column += 1) {
          const entered = sheet.cells.value(row, column);
          if (entered === undefined || (isFormula(entered) && !formulas)) continue;
          const text = isFormula(entered) ? entered.formula : String(renderCell(draft, sheet, row, column, SHOWN));
          const found = [...text.matchAll(pattern)].length;
          if (found === 0) continue;
          enterText(draft, sheet, row, column, text.replace(pattern, replacement));
          count.occurrences += found;
          count[isFormula(entered) ? 'formulas' : 'values'] += 1;
          rows.add(`${sheet.id}:${row}`);
          sheets.add(sheet.id);
        }
      }
    }
    const changed = {
      valuesChanged: count.values,
      formulasChanged: count.formulas,
      rowsChanged: rows.size,
      sheetsChanged: sheets.size,
      occurrencesChanged: count.occurrences,
    };
    return { findReplace: Object.fromEntries(Object.entries(changed).filter(([, number]) => number > 0)) };
  },
});

function scopeOf(draft: Workbook, request: JsonObject): Range[] {
  if (request.allSheets === true) return draft.sheets.map(wholeSheet);
  if (isObject(request.range)) return [gridRange(draft, request.range)];
  if (numberOf(request.sheetId) === undefined) throw invalid('Must specify a scope: range, sheetId or allSheets.');
  return [wholeSheet(requireSheet(draft, request))];
}

function patternOf(request: JsonObject): RegExp {
  const find = requireString(request, 'find');
  const source = request.searchByRegex === true ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const flags = request.matchCase === true ? 'gu' : 'giu';
  try {
    return new RegExp(request.matchEntireCell === true ? `^(?:${source})$` : source, flags);
  } catch {
    throw invalid(`Invalid regular expression: ${find}`);
  }
}
