import { parseA1 } from '../a1.ts';
import { numberOf, objectOf } from '../json.ts';
import { isFormula, type PlainValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { findNamedRange } from '../range.ts';
import { arithmetic } from './arithmetic.ts';
import { type Token, tokenize } from './tokens.ts';

/** A chain of references longer than this is taken for a circle. */
const DEPTH = 64;

const parsed = new Map<string, Token[] | undefined>();

function tokensOf(formula: string): Token[] | undefined {
  if (parsed.has(formula)) return parsed.get(formula);
  if (parsed.size > 20_000) parsed.clear();
  const tokens = tokenize(formula);
  parsed.set(formula, tokens);
  return tokens;
}

/**
 * The value of a reference to one cell, of a one-cell named range, or of arithmetic with numbers and those.
 * Undefined for any other formula: a value is computed truthfully or not at all.
 */
export function evaluate(workbook: Workbook, sheet: Sheet, formula: string, depth = 0): PlainValue | undefined {
  const tokens = tokensOf(formula);
  if (tokens === undefined) return undefined;
  if (depth > DEPTH) return { error: '#REF!', message: 'Circular dependency detected.' };
  const lookUp = (token: Token) => resolve(workbook, sheet, token, depth);
  const only = tokens[0];
  if (tokens.length === 1 && only !== undefined && (only.kind === 'reference' || only.kind === 'name'))
    return lookUp(only);
  return linkLabel(tokens) ?? arithmetic(tokens, lookUp);
}

/** `HYPERLINK("address", "label")` shows its label, or the address when there is none. */
function linkLabel(tokens: readonly Token[]): string | undefined {
  const [name, open, address, separator, label, close] = tokens;
  if (name?.text.toUpperCase() !== 'HYPERLINK' || open?.text !== '(' || address?.kind !== 'text') return undefined;
  const alone = tokens.length === 4 && separator?.text === ')';
  const both =
    tokens.length === 6 && /^[,;]$/.test(separator?.text ?? '') && label?.kind === 'text' && close?.text === ')';
  if (!alone && !both) return undefined;
  return (both ? (label?.text ?? '') : address.text).slice(1, -1).replaceAll('""', '"');
}

/** A reference to an empty cell is worth 0, as in Sheets. */
function resolve(workbook: Workbook, sheet: Sheet, token: Token, depth: number): PlainValue | undefined {
  const target = token.kind === 'name' ? namedCell(workbook, token.text) : referencedCell(workbook, sheet, token.text);
  if (target === undefined || 'error' in target) return target;
  const value = target.sheet.cells.value(target.row, target.column);
  return isFormula(value) ? evaluate(workbook, target.sheet, value.formula, depth + 1) : (value ?? 0);
}

interface Target {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}
type Missing = { readonly error: string; readonly message: string };

function referencedCell(workbook: Workbook, own: Sheet, text: string): Target | Missing | undefined {
  const reference = parseA1(text);
  if (reference?.area === undefined) return undefined;
  const { title, area } = reference;
  const sheet = title === undefined ? own : workbook.sheetByTitle(title);
  if (sheet === undefined) return { error: '#REF!', message: 'Unresolved sheet name.' };
  if (area.endRow !== area.startRow + 1 || area.endColumn !== area.startColumn + 1) return undefined;
  if (area.startRow >= sheet.state.rowCount || area.startColumn >= sheet.state.columnCount)
    return { error: '#REF!', message: 'Reference does not exist.' };
  return { sheet, row: area.startRow, column: area.startColumn };
}

function namedCell(workbook: Workbook, name: string): Target | Missing | undefined {
  const named = findNamedRange(workbook, name);
  if (named === undefined) {
    if (/^(true|false)$/i.test(name)) return undefined;
    return { error: '#NAME?', message: `Unknown range name: '${name.toUpperCase()}'.` };
  }
  const range = objectOf(named.range);
  const sheet = workbook.sheet(numberOf(range.sheetId) ?? 0);
  const row = numberOf(range.startRowIndex) ?? 0;
  const column = numberOf(range.startColumnIndex) ?? 0;
  const single = numberOf(range.endRowIndex) === row + 1 && numberOf(range.endColumnIndex) === column + 1;
  return sheet !== undefined && single ? { sheet, row, column } : undefined;
}
