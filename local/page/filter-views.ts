import type { TabWire } from '../sheets-server/page/wire.ts';
import { formatAddress } from './address.ts';
import { byId } from './elements.ts';

/** The list of the tab's filter views, and the bar that names the one that is open. */
export function drawFilterViews(tab: TabWire): void {
  const list = byId('views', HTMLSelectElement);
  list.hidden = tab.views.length === 0 && tab.view === undefined;
  list.replaceChildren(
    new Option('All rows', ''),
    ...tab.views.map(({ id, title }) => new Option(title, String(id), false, id === tab.view?.id)),
  );
  byId('view-bar').hidden = tab.view === undefined;
  byId('view-words').textContent = tab.view === undefined ? '' : viewWords(tab.view);
}

/** Choosing a view and closing it are changes of the address, so that one can go back and pass it on. */
export function listenToFilterViews(tabId: () => number | undefined): void {
  const go = (view: number | undefined) => {
    const tab = tabId();
    if (tab !== undefined) location.hash = formatAddress(tab, view);
  };
  const list = byId('views', HTMLSelectElement);
  list.addEventListener('change', () => go(list.value === '' ? undefined : Number(list.value)));
  byId('close-view').addEventListener('click', () => go(undefined));
}

export function viewWords({ title, rows = 0, shown = 0, sorted = false }: NonNullable<TabWire['view']>): string {
  if (title === undefined) return 'This filter view is gone: all rows are shown.';
  const order = sorted ? ' Sheets shows them in another order; here they stand as on the tab.' : '';
  return `Filter view: ${title}. ${shown} of ${rows} ${rows === 1 ? 'row' : 'rows'}, for you alone.${order}`;
}
