import { type Answer, htmlAnswer } from '../http/respond.ts';
import type { Store } from '../store/store.ts';
import { html } from './html.ts';
import { shell } from './shell.ts';
import { workbookList } from './workbook-list.ts';
import { workbookPage } from './workbook-page.ts';

/** The page at this address; undefined when it is not one of the page's. */
export async function pageAnswer(store: Store, url: URL): Promise<Answer | undefined> {
  if (url.pathname === '/') return htmlAnswer(200, workbookList(store));
  const id = /^\/w\/([A-Za-z0-9_-]+)$/.exec(url.pathname)?.[1];
  if (id === undefined) return undefined;
  if (!store.has(id)) return missing('There is no such workbook here.');
  const { workbook } = store.get(id);
  const tab = url.searchParams.get('tab');
  const visible = workbook.sheets.find((sheet) => sheet.state.properties.hidden !== true);
  const sheet = tab === null ? visible : workbook.sheet(Number(tab));
  if (sheet === undefined) return missing('This workbook has no such tab.');
  const from = Math.max(0, Math.trunc(Number(url.searchParams.get('from') ?? 0)) || 0);
  return htmlAnswer(200, await workbookPage(workbook, sheet, from));
}

const missing = (message: string): Answer =>
  htmlAnswer(404, shell('Not found', html`<main><p class="empty">${message} <a href="/">All workbooks</a></p></main>`));
