import type { TabPublication } from '../ports.ts';
import type { TabLayout } from '../tabs/layout.ts';
import { neededGrid } from '../tabs/needed-grid.ts';
import type { TabName } from '../tabs/tab-names.ts';
import { extentAfter, type PublishedTab, type PublishedTabs, tabDigest } from './published-tabs.ts';
import type { Standing } from './standing-tabs.ts';

/**
 * Tabs to write: those whose digest differs, and then Health too, since it holds the "as of" line that all of them show;
 * after a look at the sheet, all of them. `beat`: Health in any case.
 */
export function tabsToWrite(
  layouts: readonly TabLayout[],
  known: PublishedTabs | undefined,
  standing: Standing | undefined,
  beat = false,
): TabPublication[] {
  const changed = layouts.filter((layout) => standing || known?.tabs[layout.name]?.digest !== tabDigest(layout));
  if (changed.length === 0 && !beat) return [];
  return layouts.flatMap((layout): TabPublication[] => {
    if (layout.name !== 'Health' && !changed.includes(layout)) return [];
    const previous = standing ? standing.extents[layout.name] : known?.tabs[layout.name]?.extent;
    return [{ layout, ...(previous && { previous }) }];
  });
}

/** What is remembered of every tab once `written` are. */
export function tabsAfter(
  layouts: readonly TabLayout[],
  written: readonly TabPublication[],
  known: PublishedTabs | undefined,
): Partial<Record<TabName, PublishedTab>> {
  const tabs: Partial<Record<TabName, PublishedTab>> = { ...known?.tabs };
  for (const layout of layouts) {
    const publication = written.find((each) => each.layout.name === layout.name);
    if (!publication) continue;
    tabs[layout.name] = {
      digest: tabDigest(layout),
      extent: extentAfter(layout, neededGrid(layout), publication.previous),
    };
  }
  return tabs;
}
