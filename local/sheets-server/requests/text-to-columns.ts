import { invalid } from '../api-error.ts';
import { enterText } from '../enter-text.ts';
import { stringOf } from '../json.ts';
import { gridRange, type Range } from '../range.ts';
import { checkCellCount } from '../structure/resize.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** Splits the text of one column over the columns beside it. */
export const textToColumns = requestKind({
  name: 'textToColumns',
  check(draft, request) {
    const source = gridRange(draft, requireObject(request, 'source'), 'source');
    if (source.endColumn - source.startColumn !== 1) throw invalid('The source must span exactly one column.');
    const type = stringOf(request.delimiterType) ?? 'AUTODETECT';
    const lines = textsOf(source);
    const delimiter = type === 'CUSTOM' ? requireString(request, 'delimiter') : (DELIMITERS[type] ?? detect(lines));
    return { source, parts: lines.map((line) => line?.split(delimiter)) };
  },
  apply(draft, { source, parts }) {
    const { sheet, startRow, startColumn } = source;
    const width = Math.max(1, ...parts.map((line) => line?.length ?? 0));
    sheet.state.columnCount = Math.max(sheet.state.columnCount, startColumn + width);
    checkCellCount(draft);
    for (const [offset, line] of parts.entries())
      for (const [index, part] of (line ?? []).entries())
        enterText(draft, sheet, startRow + offset, startColumn + index, part.trim());
    return {};
  },
});

/** Undefined where a cell holds no text. */
function textsOf({ sheet, startRow, endRow, startColumn }: Range): (string | undefined)[] {
  return Array.from({ length: Math.max(0, Math.min(endRow, sheet.cells.length) - startRow) }, (_, offset) => {
    const value = sheet.cells.value(startRow + offset, startColumn);
    return typeof value === 'string' ? value : undefined;
  });
}

/** The delimiter that most lines hold. */
function detect(lines: readonly (string | undefined)[]): string {
  const holding = (delimiter: string) => lines.filter((line) => line?.includes(delimiter)).length;
  return [',', ';', '\t', '.', ' '].reduce((best, next) => (holding(next) > holding(best) ? next : best));
}
