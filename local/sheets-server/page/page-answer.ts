import { type Answer, htmlAnswer } from '../http/respond.ts';
import type { Store } from '../store/store.ts';
import { asset } from './bundle.ts';
import type { PageHooks } from './hooks.ts';
import { html } from './html.ts';
import { shell } from './shell.ts';
import { workbookData } from './workbook-data.ts';
import { workbookList } from './workbook-list.ts';
import { workbookShell } from './workbook-shell.ts';

/** The page, its parts and its data; undefined for an address that is not of the page. */
export async function pageAnswer(
  store: Store,
  hooks: PageHooks,
  method: string,
  url: URL,
): Promise<Answer | undefined> {
  const post = method === 'POST';
  if (!post && method !== 'GET') return undefined;
  if (!post && url.pathname === '/') return htmlAnswer(200, workbookList(store));
  const file = /^\/page\/([\w.-]+)$/.exec(url.pathname)?.[1];
  if (!post && file !== undefined) return assetAnswer(file);
  const [, id, rest] = /^\/w\/([A-Za-z0-9_-]+)(?:\/(.+))?$/.exec(url.pathname) ?? [];
  if (id === undefined) return undefined;
  if (!store.has(id)) return post || rest !== undefined ? data(404, NO_WORKBOOK) : missing(NO_WORKBOOK.message);
  if (rest === undefined)
    return post ? undefined : htmlAnswer(200, workbookShell(id, store.get(id).workbook.state.title));
  if (post) {
    if (rest !== 'sync' || hooks.onSync === undefined)
      return data(404, { message: 'Nobody makes reports from this workbook.' });
    hooks.onSync(id);
    return data(202, {});
  }
  const found = workbookData(store.get(id), hooks, rest, url.searchParams, (other) => store.has(other));
  return found === undefined ? data(404, { message: 'This workbook has no such tab.' }) : data(200, found);
}

const NO_WORKBOOK = { message: 'There is no such workbook here.' };

async function assetAnswer(name: string): Promise<Answer> {
  try {
    const found = await asset(name);
    // Charts are what most people look at next.
    if (name === 'page.js') asset('draw-chart.js')?.catch(() => undefined);
    return found === undefined ? plain(404, 'No such file.') : { status: 200, ...found };
  } catch (error) {
    return plain(500, `The page could not be built; run npm ci. ${error instanceof Error ? error.message : ''}`);
  }
}

const plain = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });

const data = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=UTF-8',
  body: JSON.stringify(body),
});

const missing = (message: string): Answer =>
  htmlAnswer(
    404,
    shell('Not found', html`<body class="text"><p class="empty">${message} <a href="/">All workbooks</a></p></body>`),
  );
