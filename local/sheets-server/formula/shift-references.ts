import { columnIndex, columnLetters } from '../a1.ts';
import { rewriteReferences } from './rewrite-references.ts';

/** A formula as it reads when it is filled some rows down and columns to the right; `$` holds a part still. */
export function shiftReferences(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewriteReferences(formula, (reference) => shifted(reference, rows, columns));
}

function shifted(reference: string, rows: number, columns: number): string {
  const mark = reference.lastIndexOf('!') + 1;
  const corners = reference
    .slice(mark)
    .replace(
      /(\$?)([A-Za-z]{1,3})?(\$?)([1-9]\d*)?/g,
      (_, holdColumn: string, letters: string | undefined, holdRow: string, digits: string | undefined) => {
        const column = letters === undefined ? '' : holdColumn + (holdColumn ? letters : moveColumn(letters, columns));
        const row =
          digits === undefined ? '' : holdRow + (holdRow ? digits : String(Math.max(1, Number(digits) + rows)));
        return column + row;
      },
    );
  return reference.slice(0, mark) + corners;
}

const moveColumn = (letters: string, by: number) => columnLetters(Math.max(0, columnIndex(letters) + by));
