import { parseA1, quoteTitle } from '../../a1.ts';
import { type Token, tokenize } from '../../formula/tokens.ts';
import type { PlainValue } from '../../model/cell.ts';
import type { Workbook } from '../../model/workbook.ts';
import { cleanText } from './clean-text.ts';
import { GOOGLE_ONLY, PREFIXED } from './functions.ts';
import { placeOf } from './links.ts';
import type { SheetNames } from './sheet-names.ts';

/** A file with a longer formula, or a longer text in one, is refused by Excel as damaged. */
const MOST = 8192;
const MOST_TEXT = 255;
const LAST_ROW = '1048576';

/**
 * A formula as Excel writes it, without `=`; undefined when Excel could not read it. One that only Google computes is
 * wrapped as Google wraps it in its own exports: it shows `value`.
 */
export function excelFormula(
  workbook: Workbook,
  names: SheetNames,
  formula: string,
  value: PlainValue | undefined,
): string | undefined {
  const tokens = tokenize(formula);
  if (tokens === undefined || !wellFormed(tokens)) return undefined;
  return googleOnly(tokens) ? dummy(formula.slice(1), value) : written(workbook, names, tokens);
}

/** A formula of a rule, as Excel writes it; undefined as well when only Google computes it. */
export function ruleFormula(workbook: Workbook, names: SheetNames, formula: string): string | undefined {
  const tokens = tokenize(formula);
  if (tokens === undefined || !wellFormed(tokens) || googleOnly(tokens)) return undefined;
  return written(workbook, names, tokens);
}

const isCall = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.kind === 'name' && tokens[index + 1]?.text === '(';

const googleOnly = (tokens: readonly Token[]): boolean =>
  tokens.some((token, index) => isCall(tokens, index) && GOOGLE_ONLY.has(token.text.toUpperCase()));

function written(workbook: Workbook, names: SheetNames, tokens: readonly Token[]): string | undefined {
  let braces = 0;
  const parts = tokens.map((token, index) => {
    if (token.text === '{') braces += 1;
    if (token.text === '}') braces -= 1;
    // Where the comma is the decimal mark, Sheets parts arguments by semicolons. Between braces they part rows.
    if (token.text === ';' && braces === 0) return ',';
    if (token.kind === 'reference') return renamed(workbook, names, token.text);
    if (token.kind === 'text') return linked(workbook, names, token.text);
    if (token.kind !== 'name') return token.text;
    if (isCall(tokens, index)) return (PREFIXED.get(token.text.toUpperCase()) ?? '') + token.text;
    const open = tokens[index - 1]?.text === ':' && /\d$/.test(tokens[index - 2]?.text ?? '');
    return open && /^[A-Za-z]{1,3}$/.test(token.text) ? token.text + LAST_ROW : token.text;
  });
  const text = cleanText(parts.join(''));
  return text.length <= MOST ? text : undefined;
}

function wellFormed(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { text, kind } of tokens) {
    if (kind === 'text' && text.length > MOST_TEXT + 2) return false;
    if (text === '(' || text === '{') open.push(text);
    if ((text === ')' && open.pop() !== '(') || (text === '}' && open.pop() !== '{')) return false;
  }
  const last = tokens.at(-1);
  return open.length === 0 && last !== undefined && (last.kind !== 'operator' || /[)}%]/.test(last.text));
}

/** The tab by its name in the file, and an end for `A2:A`, which Excel does not know. */
function renamed(workbook: Workbook, names: SheetNames, reference: string): string {
  const mark = reference.lastIndexOf('!');
  const area = reference.slice(mark + 1).replace(/^(\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3})$/, `$1${LAST_ROW}`);
  if (mark < 0) return area;
  const sheet = workbook.sheetByTitle(parseA1(reference)?.title ?? '');
  return sheet === undefined ? '#REF!' : `${quoteTitle(names.of(sheet.id))}!${area}`;
}

/** `"#gid=12"` in a `HYPERLINK` means a tab to Google alone. */
function linked(workbook: Workbook, names: SheetNames, text: string): string {
  const place = text.startsWith('"#gid=') ? placeOf(workbook, names, text.slice(1, -1)) : undefined;
  return place === undefined ? text : quoted(`#${place}`);
}

function dummy(formula: string, value: PlainValue | undefined): string | undefined {
  const shown = typeof value === 'object' || value === undefined ? '' : value;
  const fallback = typeof shown === 'string' ? quoted(shown) : String(shown).toUpperCase();
  const text = quoted(formula);
  if (text.length > MOST_TEXT || fallback.length > MOST_TEXT) return undefined;
  return cleanText(`IFERROR(__xludf.DUMMYFUNCTION(${text}),${fallback})`);
}

/** Text as it stands in a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
