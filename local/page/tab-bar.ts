import type { BookWire } from '../sheets-server/page/wire.ts';

/** The tabs of the workbook; each is a link, so that it can be opened beside this one. */
export function drawTabBar(bar: HTMLElement, book: BookWire, open: number | undefined): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.tab : undefined;
  bar.replaceChildren(
    ...book.tabs.map(({ id, title, readOnly, colour }) => {
      const tab = document.createElement('a');
      tab.href = `#gid=${id}`;
      tab.textContent = title;
      tab.dataset.tab = String(id);
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', 'grid');
      tab.setAttribute('aria-selected', String(id === open));
      tab.tabIndex = id === open ? 0 : -1;
      if (colour !== undefined) tab.style.borderBottom = `3px solid ${colour}`;
      if (readOnly) {
        tab.classList.add('read-only');
        tab.title = 'Protected: for reading only';
        tab.setAttribute('aria-description', 'for reading only');
      }
      if (String(id) === focused) queueMicrotask(() => tab.focus());
      return tab;
    }),
  );
  const current = bar.querySelector('[aria-selected="true"]');
  current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Left and right go from tab to tab, as in every list of tabs. */
export function moveAlongTabs(bar: HTMLElement): void {
  bar.addEventListener('keydown', ({ key }) => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const tabs = [...bar.querySelectorAll('a')];
    const next = tabs[tabs.findIndex((tab) => tab.matches(':focus')) + by];
    if (by === 0 || next === undefined) return;
    next.focus();
    next.click();
  });
}
