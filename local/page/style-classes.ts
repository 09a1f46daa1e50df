import type { StyleWire } from '../sheets-server/page/wire.ts';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const names = new Map<string, string>();

/** The class of a look of cells or of parts of their text, made when it is first met: a cell then needs a name only. */
export function classOf(style: StyleWire | undefined): string {
  if (style === undefined || style.css === '') return '';
  const present = names.get(style.css);
  if (present !== undefined) return present;
  const name = `k${names.size}`;
  names.set(style.css, name);
  sheet.insertRule(`.cell.${name},.run.${name}{${style.css}}`, sheet.cssRules.length);
  return name;
}
