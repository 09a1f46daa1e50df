const DOCUMENT = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/([A-Za-z0-9_-]+)(?:\/[^#]*)?(#.*)?$/;
const WITHIN = /^#(?:gid=\d+(?:&.*)?|fvid=\d+|range=.*)$/;

/**
 * Where a link of a cell leads on this page: within the workbook, to another workbook of this server, or out over http,
 * https and mailto. Anything else is no link.
 */
export function linkTarget(
  link: string | undefined,
  own: string,
  has: (spreadsheetId: string) => boolean,
): string | undefined {
  if (link === undefined) return undefined;
  if (link.startsWith('#')) return WITHIN.test(link) ? link : undefined;
  const [, id, hash = ''] = DOCUMENT.exec(link) ?? [];
  if (id === own && WITHIN.test(hash)) return hash;
  if (id !== undefined && has(id)) return `/w/${id}${WITHIN.test(hash) ? hash : ''}`;
  return /^(https?:\/\/|mailto:)/i.test(link) ? link : undefined;
}
