import type { Hyperlink } from 'hucre';
import { parseArea, quoteTitle } from '../../a1.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { SheetNames } from './sheet-names.ts';

/** Excel repairs a file by throwing out links that are longer, or no addresses. */
const MOST = 2079;
const LEADS_OUT = new Set(['http:', 'https:', 'mailto:', 'ftp:']);

/** A link of Google's as Excel follows it; undefined for one that leads nowhere outside of Sheets. */
export function hyperlink(workbook: Workbook, names: SheetNames, uri: string): Hyperlink | undefined {
  if (uri.startsWith('#')) {
    const location = placeOf(workbook, names, uri);
    return location === undefined ? undefined : { target: '', location };
  }
  const url = URL.parse(uri) ?? (/^[\w-]+(\.[\w-]+)+/.test(uri) ? URL.parse(`https://${uri}`) : null);
  return url !== null && LEADS_OUT.has(url.protocol) && url.href.length <= MOST ? { target: url.href } : undefined;
}

/** `#gid=12&range=B5` as `Tab!B5`; a link to a filter view leads to its tab. */
export function placeOf(workbook: Workbook, names: SheetNames, uri: string): string | undefined {
  const parameters = new URLSearchParams(uri.slice(1));
  const gid = parameters.get('gid');
  const sheet = gid === null ? undefined : workbook.sheet(Number(gid));
  if (sheet === undefined) return undefined;
  const range = parameters.get('range') ?? '';
  const area = range === '' ? undefined : parseArea(range);
  const whole = area?.endRow !== undefined && area.endColumn !== undefined;
  return `${quoteTitle(names.of(sheet.id))}!${whole ? range : 'A1'}`;
}
