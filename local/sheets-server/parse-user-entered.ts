import { formulaFromLocale } from './formula/locale-separators.ts';
import { parseEnteredDate } from './parse-entered-date.ts';
import { parseEnteredNumber } from './parse-entered-number.ts';
import type { UserEntered } from './user-entered.ts';

/** Columns repeat: a file of 50,000 rows has a few thousand distinct texts. */
const LIMIT = 50_000;
const memo = new Map<string, Map<string, UserEntered>>();

/**
 * What Sheets makes of typed text in a workbook's locale (`en_US`, `nl_NL`): a number, money, a percentage, a date
 * (days since 1899-12-30), a time, a boolean, a formula, or the text as it stands. A leading apostrophe keeps text text.
 */
export function parseUserEntered(text: string, locale: string): UserEntered {
  const known = memo.get(locale) ?? new Map<string, UserEntered>();
  memo.set(locale, known);
  const present = known.get(text);
  if (present !== undefined) return present;
  const parsed = parseText(text, locale);
  if (known.size >= LIMIT) known.clear();
  if (text.length <= 64) known.set(text, parsed);
  return parsed;
}

function parseText(text: string, locale: string): UserEntered {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: { formula: formulaFromLocale(text, locale) } };
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { value: true };
  if (/^false$/i.test(trimmed)) return { value: false };
  // Everything else that Sheets reads as a value has a digit; most text has none.
  if (trimmed.length > 40 || !/\d/.test(trimmed)) return { value: text };
  return parseEnteredNumber(trimmed, locale) ?? parseEnteredDate(trimmed, locale) ?? { value: text };
}
