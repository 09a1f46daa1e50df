import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DOCS = new URL('../../../docs/', import.meta.url);

/** Puts a picture into `docs/pictures/`. */
export const writePicture = (name: string, svg: string): void =>
  writeFileSync(new URL(`pictures/${name}.svg`, DOCS), svg);

/**
 * Replaces what stands between `<!-- NAME -->` and `<!-- end of NAME -->` in a page of `docs/`. Throws when they are not
 * there: the figures would be lost.
 */
export function fillIn(page: string, name: string, text: string): void {
  const path = fileURLToPath(new URL(page, DOCS));
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const old = readFileSync(path, 'utf8');
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${page} has to hold "${begin}" and below it "${end}".`);
  writeFileSync(path, `${old.slice(0, from)}${begin}\n\n${text.trim()}\n\n${old.slice(to)}`);
}

/** A Markdown table; the first column is text, the others are numbers. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) => Math.max(3, title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}
