import { tokenize } from './tokens.ts';

/** The formula with each of its references put through `change`; all else, spaces too, stays as it was written. */
export function rewriteReferences(formula: string, change: (reference: string) => string): string {
  const tokens = tokenize(formula);
  if (tokens === undefined || !tokens.some(({ kind }) => kind === 'reference')) return formula;
  let out = formula.charAt(0);
  let rest = formula.slice(1);
  for (const { kind, text } of tokens) {
    const at = rest.indexOf(text);
    out += rest.slice(0, at) + (kind === 'reference' ? change(text) : text);
    rest = rest.slice(at + text.length);
  }
  return out + rest;
}

/** `'It''s'!A1` in two: the tab's name without quotes, undefined when there is none, and the cells. */
export function splitReference(reference: string): { readonly title: string | undefined; readonly cells: string } {
  const mark = reference.lastIndexOf('!');
  if (mark < 0) return { title: undefined, cells: reference };
  const written = reference.slice(0, mark);
  const title = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  return { title, cells: reference.slice(mark + 1) };
}
