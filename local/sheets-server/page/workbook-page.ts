import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridTable } from './grid-table.ts';
import { type Html, html } from './html.ts';
import { PAGE_ROWS, tabAddress } from './links.ts';
import { shell } from './shell.ts';
import { tabCharts } from './tab-charts.ts';
import { usedArea } from './used-area.ts';

/** One tab of a workbook, with the bar of all tabs; `from` is the first row, zero-based. */
export async function workbookPage(workbook: Workbook, sheet: Sheet, from: number): Promise<string> {
  const used = usedArea(sheet).rows;
  const to = Math.min(used, from + PAGE_ROWS);
  const { table, rules } = gridTable(workbook, sheet, from, to);
  const charts = await tabCharts(workbook, sheet);
  const body = html`<header><h1>${workbook.state.title}</h1><p><a href="/">All workbooks</a>${to > 30 && charts.length > 0 ? html` · <a href="#charts">${charts.length} ${charts.length === 1 ? 'chart' : 'charts'} below</a>` : undefined}</p></header>
<nav aria-label="Tabs">${tabBar(workbook, sheet)}</nav>
<main><div class="sheet" tabindex="0">${table}</div>
${moreLinks(workbook, sheet, from, to, used)}${charts.length === 0 ? undefined : html`<section class="charts" id="charts">${charts}</section>`}</main>`;
  return shell(`${sheet.title} · ${workbook.state.title}`, body, rules);
}

const tabBar = (workbook: Workbook, open: Sheet): Html[] =>
  workbook.sheets
    .filter((sheet) => sheet === open || sheet.state.properties.hidden !== true)
    .map(
      (sheet) =>
        html`<a href="${tabAddress(workbook.id, sheet.id)}"${sheet === open ? html` aria-current="page"` : undefined}>${sheet.title}</a>`,
    );

function moreLinks(workbook: Workbook, sheet: Sheet, from: number, to: number, used: number): Html | undefined {
  if (from === 0 && to >= used) return undefined;
  const before = Math.max(0, from - PAGE_ROWS);
  return html`<p class="more"><span>Rows ${from + 1} to ${to} of ${used}</span>
${from > 0 ? html`<a href="${tabAddress(workbook.id, sheet.id, before)}">Show earlier rows</a>` : undefined}
${to < used ? html`<a href="${tabAddress(workbook.id, sheet.id, to)}">Show more rows</a>` : undefined}</p>`;
}
