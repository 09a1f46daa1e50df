import { localeFacts } from '../locale.ts';
import { tokenize } from './tokens.ts';

/*
 * Where the comma is the decimal mark, people part arguments by `;` and the columns of an array by `\`. Formulas are kept
 * as the API writes them: decimal points, arguments and columns parted by commas.
 */

const commaIsDecimal = (locale: string): boolean => localeFacts(locale).decimal === ',';

/** Text, the name of a tab, a name or reference, a number, or anything else by the character. */
const PART = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_.$]*|\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|[\s\S]/gu;

/** A formula as a person types it, as it is kept. A comma that cannot be a decimal mark still parts arguments. */
export function formulaFromLocale(text: string, locale: string): string {
  if (!commaIsDecimal(locale)) return text;
  const open: string[] = [];
  let before = '';
  return text.replace(PART, (part) => {
    const out = fromLocale(part, before, open.at(-1) === '{');
    if (part === '(' || part === '{') open.push(part);
    if (part === ')' || part === '}') open.pop();
    if (part.trim() !== '') before = part;
    return out;
  });
}

function fromLocale(part: string, before: string, inArray: boolean): string {
  if (/^\d/.test(part)) return part.replace(',', '.');
  if (part === ';') return inArray ? ';' : ',';
  if (part === '\\') return ',';
  // `,5` for 0.5, where no argument ends.
  if (part === ',' && /^[=(;{\\+\-*/^&<>]$/.test(before)) return '.';
  return part;
}

/** Whether a person in this locale would have parted the arguments so: a comma that is the decimal mark parts none. */
export function isPartedAsIn(text: string, locale: string): boolean {
  if (!commaIsDecimal(locale)) return true;
  let before = '';
  for (const [part] of text.matchAll(PART)) {
    if (part === ',' && fromLocale(part, before, false) === ',') return false;
    if (part.trim() !== '') before = part;
  }
  return true;
}

/** A formula as it is kept, as a person in this locale edits it. */
export function formulaToLocale(formula: string, locale: string): string {
  if (!commaIsDecimal(locale)) return formula;
  const tokens = tokenize(formula);
  if (tokens === undefined) return formula;
  const open: string[] = [];
  let out = formula.charAt(0);
  let rest = formula.slice(1);
  for (const { kind, text } of tokens) {
    const at = rest.indexOf(text);
    out += rest.slice(0, at);
    if (kind === 'number') out += text.replace('.', ',');
    else if (text === ',' && kind === 'operator') out += open.at(-1) === '{' ? '\\' : ';';
    else out += text;
    if (text === '(' || text === '{') open.push(text);
    if (text === ')' || text === '}') open.pop();
    rest = rest.slice(at + text.length);
  }
  return out + rest;
}
