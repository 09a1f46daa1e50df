import { type AsOf, asOfInstant } from '../domain/as-of.ts';
import { digest } from '../domain/digest.ts';
import type { Head } from '../domain/head.ts';
import type { LoadItems } from '../domain/loader.ts';
import { moveHead } from '../domain/move-head.ts';
import type { Fence, SheetsPort, StorePort, TabPublication } from '../ports.ts';
import { activityViews } from '../tabs/activity-views.ts';
import type { FilterViewLayout } from '../tabs/filter-view.ts';
import type { TabLayout } from '../tabs/layout.ts';
import { neededGrid } from '../tabs/needed-grid.ts';
import { reportTabs } from '../tabs/report-tabs.ts';
import type { TabName } from '../tabs/tab-names.ts';
import { figuresKey } from './figures-key.ts';
import { loadFigures } from './load-figures.ts';
import {
  extentAfter,
  type PublishedTab,
  type PublishedTabs,
  publishedItem,
  publishedRef,
  tabDigest,
} from './published-tabs.ts';
import { type Standing, standingTabs } from './standing-tabs.ts';
import { stoppedTabs } from './stopped-tabs.ts';

export interface ReportDeps {
  readonly sheets: SheetsPort;
  readonly store: StorePort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

export interface ReportRequest {
  readonly workbook: string;
  /** Fixes "today" instead of the clock. */
  readonly asOf?: AsOf;
  /** Trust nothing that is remembered: look at the sheet and write every tab again. */
  readonly full?: boolean;
}

export interface ReportResult {
  readonly status: 'nothing' | 'unchanged' | 'published';
  /** Tabs that were written. */
  readonly written: readonly TabName[];
}

const TRIES = 5;

/**
 * Makes the report tabs say what the trees say. Only tabs that would read otherwise are written, all in one batch behind
 * a fence; a batch built on a stale view fails as a whole, and then the sheet itself tells what stands on it.
 */
export async function report(deps: ReportDeps, request: ReportRequest): Promise<ReportResult> {
  let look = false;
  for (let tries = 0; tries < TRIES; tries++) {
    const result = await reportOnce(deps, request, look);
    if (result !== 'stale') return result;
    look = true;
  }
  throw new Error(`the report of ${request.workbook} was overtaken ${TRIES} times in a row; it will be tried again`);
}

async function reportOnce(
  { sheets, store, clock }: ReportDeps,
  request: ReportRequest,
  look: boolean,
): Promise<ReportResult | 'stale'> {
  const { workbook } = request;
  const head = await store.readHead(workbook);
  if (!head || (!head.derived && !head.stop)) return { status: 'nothing', written: [] };
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const asOfIn = (timeZone: string): AsOf => request.asOf ?? asOfInstant(clock(), timeZone);
  const view = await viewOf(store, head, workbook, asOfIn);
  const known = request.full ? undefined : await knownTabs(load, head, view.target);
  if (!look && head.published?.key === view.key && known) return { status: 'unchanged', written: [] };

  const layouts = view.layouts();
  const views = await putViews(
    sheets,
    workbook,
    head.activity,
    view.views(),
    request.full || look ? undefined : known?.views,
  );
  const mustLook = look || !known;
  const standing = mustLook ? standingTabs(await sheets.describe(view.target), layouts, known) : undefined;
  const publications = differing(layouts, known, standing);
  const to: Fence = {
    generation: (standing ? (standing.fence?.generation ?? 0) : (head.published?.fence ?? 0)) + 1,
    key: view.key.slice(0, 8),
  };
  if (publications.length > 0) {
    const from = standing ? standing.fence : known && { generation: head.published?.fence ?? 0, key: known.fenceKey };
    const outcome = await sheets.publish(view.target, {
      ...(from && { from }),
      to,
      tabs: publications,
      standing: layouts.flatMap(({ name }) => (publications.some((tab) => tab.layout.name === name) ? [] : [name])),
      addAsOfRange: standing !== undefined && !standing.hasAsOfRange,
      ...(standing && { takenTitles: standing.titles }),
    });
    if (outcome === 'stale') return 'stale';
  }
  const wrote = publications.length > 0;
  const now: PublishedTabs = wrote
    ? { fenceKey: to.key, workbook: view.target, tabs: tabsAfter(layouts, publications, known), ...views }
    : { fenceKey: known?.fenceKey ?? to.key, workbook: view.target, tabs: known?.tabs ?? {}, ...views };
  const item = publishedItem(now);
  if (request.full || item.digest !== head.published?.tabs) await store.putItems(workbook, [item]);
  const published = {
    key: view.key,
    fence: wrote ? to.generation : (head.published?.fence ?? 0),
    tabs: item.digest,
    generation: head.generation,
  };
  // Another report that published later has a higher fence; it stays.
  await moveHead(store, workbook, (current) =>
    current.published && current.published.fence > published.fence ? undefined : { ...current, published },
  );
  return { status: wrote ? 'published' : 'unchanged', written: publications.map(({ layout }) => layout.name) };
}

interface View {
  readonly target: string;
  readonly key: string;
  layouts(): TabLayout[];
  views(): readonly FilterViewLayout[];
}

/** What the tabs should say. A workbook that could never be read says so on Health alone. */
async function viewOf(
  store: StorePort,
  head: Head,
  workbook: string,
  asOfIn: (timeZone: string) => AsOf,
): Promise<View> {
  const { source, derived } = head;
  if (source === undefined || !derived) {
    const asOf = asOfIn('Etc/UTC');
    return {
      target: workbook,
      key: figuresKey(head, asOf, 0),
      layouts: () => stoppedTabs(asOf, head.stop?.message ?? ''),
      views: () => [],
    };
  }
  const figures = await loadFigures(store, workbook, { ...head, source, derived }, asOfIn);
  const { settings } = figures.rules;
  return {
    target: settings.reportWorkbook || workbook,
    key: figuresKey(head, figures.asOf, settings.cutOffHour),
    layouts: () => reportTabs(figures),
    views: () => activityViews(figures).layouts,
  };
}

/** Filter views first: the links of the tabs lead to them. They change with the week and with who is on the team. */
async function putViews(
  sheets: SheetsPort,
  workbook: string,
  place: Head['activity'],
  views: readonly FilterViewLayout[],
  known: string | undefined,
): Promise<Pick<PublishedTabs, 'views'>> {
  if (!place || views.length === 0) return known === undefined ? {} : { views: known };
  const now = digest(JSON.stringify([place.sheetId, views]));
  if (now !== known) await sheets.putFilterViews(workbook, place, views);
  return { views: now };
}

/** What was published, as remembered; `undefined` when nothing was, or into another spreadsheet. */
async function knownTabs(load: LoadItems, head: Head, target: string): Promise<PublishedTabs | undefined> {
  if (!head.published) return undefined;
  const bodies = await load([publishedRef(head.published.tabs)]);
  const known = JSON.parse(bodies.get(head.published.tabs) ?? '') as PublishedTabs; // written by publishedItem
  return known.workbook === target ? known : undefined;
}

/**
 * Tabs to write: those whose digest differs, and then Health too, since it holds the "as of" line that all of them show;
 * after a look at the sheet, all of them.
 */
function differing(
  layouts: readonly TabLayout[],
  known: PublishedTabs | undefined,
  standing: Standing | undefined,
): TabPublication[] {
  const changed = layouts.filter((layout) => standing || known?.tabs[layout.name]?.digest !== tabDigest(layout));
  if (changed.length === 0) return [];
  return layouts.flatMap((layout): TabPublication[] => {
    if (layout.name !== 'Health' && !changed.includes(layout)) return [];
    const previous = standing ? standing.extents[layout.name] : known?.tabs[layout.name]?.extent;
    return [{ layout, ...(previous && { previous }) }];
  });
}

function tabsAfter(
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
