import { columnIndex, columnLetters } from '../a1.ts';
import { tokenize } from './tokens.ts';

/** A formula as it reads when it is filled some rows down and columns to the right; `$` holds a part still. */
export function shiftReferences(formula: string, rows: number, columns: number): string {
  const tokens = rows === 0 && columns === 0 ? undefined : tokenize(formula);
  if (tokens === undefined) return formula;
  let out = formula.charAt(0);
  let rest = formula.slice(1);
  for (const token of tokens) {
    const at = rest.indexOf(token.text);
    out += rest.slice(0, at);
    rest = rest.slice(at + token.text.length);
    out += token.kind === 'reference' ? shifted(token.text, rows, columns) : token.text;
  }
  return out + rest;
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
