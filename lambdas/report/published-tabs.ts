import { digest } from '../domain/trees/digest.ts';
import type { ItemRef, TreeItem } from '../domain/trees/item.ts';
import type { TabExtent } from '../ports.ts';
import type { TabLayout } from '../tabs/layout.ts';
import type { TabName } from '../tabs/tab-names.ts';

/** What stands on the report tabs: kept as one immutable item that the head names. */
export interface PublishedTabs {
  /** Key of the fence on the sheet. */
  readonly fenceKey: string;
  /** The spreadsheet that carries the tabs. */
  readonly workbook: string;
  readonly tabs: Readonly<Partial<Record<TabName, PublishedTab>>>;
  /** Digest of our filter views on Activity; absent = there are none. */
  readonly views?: string;
}

export interface PublishedTab {
  readonly digest: string;
  readonly extent: TabExtent;
}

export const publishedRef = (name: string): ItemRef => ({ area: 'published', digest: name });

export function publishedItem(published: PublishedTabs): TreeItem {
  const body = JSON.stringify(published);
  return { ...publishedRef(digest(body)), body };
}

/** A tab by what it says; the minute in the "as of" line alone is no reason to write it again. */
export function tabDigest(layout: TabLayout): string {
  return digest(JSON.stringify(layout, (_, value) => (isStamp(value) ? null : value)));
}

const isStamp = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'style' in value && value.style === 'stamp';

/** How far a tab reaches once `layout` stands on it. */
export function extentAfter(
  layout: TabLayout,
  needed: { rows: number; columns: number },
  before: TabExtent | undefined,
): TabExtent {
  return {
    rows: layout.rows.length,
    columns: layout.widths.length,
    gridRows: Math.max(needed.rows, before?.gridRows ?? 0),
    gridColumns: Math.max(needed.columns, before?.gridColumns ?? 0),
    ...(layout.hidden && { hidden: true }),
    charts: layout.charts.length,
    chartAnchors: layout.charts.map(({ anchor }) => anchor),
  };
}
