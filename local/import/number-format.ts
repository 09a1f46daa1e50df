import type { NumberFormat } from './type-cell.ts';

const known = new Map<string, NumberFormat | undefined>();

/** An Excel number format as Sheets names it; none for `General` and text. */
export function numberFormatOf(pattern: string): NumberFormat | undefined {
  if (!known.has(pattern)) known.set(pattern, classify(pattern));
  return known.get(pattern);
}

/** What is no code: "text", \x, _x (a gap), *x (a filler), [Red], [$-409]. Elapsed time, [h], is one. */
const LITERALS = /"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

function classify(pattern: string): NumberFormat | undefined {
  if (pattern === '' || pattern === '@' || /^general$/i.test(pattern)) return undefined;
  const codes = pattern.replace(LITERALS, '');
  if (/[ymdhs]/i.test(codes)) {
    const timed = /[hs]/i.test(codes);
    return { type: !timed ? 'DATE' : /[yd]/i.test(codes) ? 'DATE_TIME' : 'TIME', pattern };
  }
  if (codes.includes('%')) return { type: 'PERCENT', pattern };
  if (/\p{Sc}|\[\$[^\]-]/u.test(pattern)) return { type: 'CURRENCY', pattern };
  return { type: /E[+-]/i.test(codes) ? 'SCIENTIFIC' : 'NUMBER', pattern };
}
