import { type TabRows, tabOf } from '../domain/cells/tab-rows.ts';
import { digest } from '../domain/trees/digest.ts';
import type { InputTab } from '../domain/trees/head.ts';
import { FIGURES_VERSION } from '../domain/weeks/figures.ts';
import type { TabsRead, WorkbookDescription } from '../ports.ts';

/** Which reading of a workbook this is, without what was read. */
export interface Payload {
  /** Changes when a cell, the locale or the zone changes, and when the code reads rows otherwise. */
  readonly digest: string;
  readonly tabs: Partial<Record<InputTab, number>>;
  readonly description: WorkbookDescription;
}

/** `bytes`: digest of the answer. */
export function payloadOf(
  description: WorkbookDescription,
  tabs: Partial<Record<InputTab, number>>,
  bytes: string,
): Payload {
  const { title, locale, timeZone } = description;
  return { digest: digest(JSON.stringify([FIGURES_VERSION, title, locale, timeZone, tabs, bytes])), tabs, description };
}

/** The tabs of an answer by name, in the order in which they were asked for. `earlier`: a tab as it was read before, which saves work. */
export function tabsByName(
  tabs: Partial<Record<InputTab, number>>,
  read: TabsRead,
  earlier?: TabRows,
): Partial<Record<InputTab, TabRows>> {
  const rows = read.tabs(earlier);
  return Object.fromEntries(Object.keys(tabs).map((name, i) => [name, rows[i] ?? tabOf([])]));
}
