import type { Store } from '../store/store.ts';
import { html } from './html.ts';
import { shell } from './shell.ts';

export function workbookList(store: Store): string {
  const entries = store.list();
  const items = entries.map(({ workbook, modifiedTime }) => {
    const tabs = workbook.sheets.filter((sheet) => sheet.state.properties.hidden !== true).length;
    const when = new Date(modifiedTime).toISOString().slice(0, 16).replace('T', ' ');
    return html`<li><a href="/w/${encodeURIComponent(workbook.id)}"><strong>${workbook.state.title}</strong><span>${tabs} ${tabs === 1 ? 'tab' : 'tabs'} · changed ${when} UTC</span></a></li>`;
  });
  const body = html`<body class="text"><header><h1>Workbooks</h1><p>on this local Sheets server</p></header>
<main>${entries.length === 0 ? html`<p class="empty">There is no workbook yet. Create one through the API, or start the demo.</p>` : html`<ul class="list">${items}</ul>`}</main></body>`;
  return shell('Workbooks', body);
}
