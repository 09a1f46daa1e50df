import { isDateFormat } from 'numfmt';
import type { NumberFormat } from './type-cell.ts';

const known = new Map<string, NumberFormat | undefined>();

/** An Excel number format as Sheets names it; none for `General`, text and what is no valid pattern. */
export function numberFormatOf(pattern: string): NumberFormat | undefined {
  if (!known.has(pattern)) known.set(pattern, classify(pattern));
  return known.get(pattern);
}

function classify(pattern: string): NumberFormat | undefined {
  if (pattern === '' || pattern === '@' || /^general$/i.test(pattern)) return undefined;
  try {
    if (isDateFormat(pattern)) return { type: temporalType(pattern), pattern };
  } catch {
    // A pattern that the library can't read formats nothing; the value is what matters.
    return undefined;
  }
  if (pattern.includes('%')) return { type: 'PERCENT', pattern };
  if (/\p{Sc}|\[\$[^\]-]/u.test(pattern)) return { type: 'CURRENCY', pattern };
  return { type: /E[+-]/i.test(pattern) ? 'SCIENTIFIC' : 'NUMBER', pattern };
}

function temporalType(pattern: string): string {
  const codes = pattern.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '');
  if (!/[hs]/i.test(codes)) return 'DATE';
  return /[yd]/i.test(codes) ? 'DATE_TIME' : 'TIME';
}
