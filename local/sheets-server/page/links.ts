/** Rows that one page shows. */
export const PAGE_ROWS = 500;

export function tabAddress(spreadsheetId: string, sheetId: number, from = 0, anchor = ''): string {
  const start = from > 0 ? `&from=${from}` : '';
  return `/w/${encodeURIComponent(spreadsheetId)}?tab=${sheetId}${start}${anchor === '' ? '' : `#${anchor}`}`;
}

/**
 * A link of a cell as an address of this page: `#gid=7&range=A512` goes to that row of tab 7. Other pages only over http,
 * https and mailto; anything else is no link.
 */
export function pageLink(spreadsheetId: string, link: string): string | undefined {
  const within = /(?:^|docs\.google\.com\/.*)#gid=(\d+)(?:&(.*))?$/.exec(link);
  if (within) {
    const row = /(?:^|&)range=\$?[A-Z]*\$?(\d+)/i.exec(within[2] ?? '')?.[1];
    if (row === undefined) return tabAddress(spreadsheetId, Number(within[1]));
    const index = Number(row) - 1;
    return tabAddress(spreadsheetId, Number(within[1]), Math.floor(index / PAGE_ROWS) * PAGE_ROWS, `r${row}`);
  }
  return /^(https?:|mailto:)/i.test(link) ? link : undefined;
}
