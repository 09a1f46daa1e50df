import { type AsOf, asOfInstant } from '../domain/days/as-of.ts';
import { nextDueAt } from '../domain/days/next-due.ts';
import { isSheetsRefusal } from '../domain/sheets-errors.ts';
import { digest } from '../domain/trees/digest.ts';
import type { Head } from '../domain/trees/head.ts';
import { moveHead } from '../domain/trees/move-head.ts';
import { unlessOvertaken } from '../domain/trees/unless-overtaken.ts';
import type { Fence, SheetsPort, StorePort } from '../ports.ts';
import type { FilterViewLayout } from '../tabs/filter-view.ts';
import type { TabName } from '../tabs/tab-names.ts';
import { type PublishedTabs, publishedItem, publishedRef } from './published-tabs.ts';
import { scopeOf, viewOf, WITHOUT_RULES } from './report-view.ts';
import { standingTabs } from './standing-tabs.ts';
import { tabsAfter, tabsToWrite } from './tabs-to-write.ts';

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
  /** Epoch milliseconds at which the calendar, not an edit, next makes work; of the clock, also with a fixed as-of. */
  readonly dueAt: number;
}

const TRIES = 8;
/**
 * "The age of the data is shown": where nothing changes, Health is written again to say as of when, at most so often.
 * Like every publication it fails where a tab was deleted or an old version of the sheet was restored, and that is mended.
 */
const HEARTBEAT_MS = 3_600_000;

/**
 * Makes the report tabs say what the trees say. Only tabs that would read otherwise are written, all in one batch behind
 * a fence; a batch built on a stale view fails as a whole, and then the sheet itself tells what stands on it.
 */
export async function report(deps: ReportDeps, request: ReportRequest): Promise<ReportResult> {
  let look = false;
  for (let tries = 0; tries < TRIES; tries++) {
    // Before anything is read: what strikes meanwhile is then due at once.
    const begun = deps.clock();
    const head = rolledUpHead(await deps.store.readHead(request.workbook));
    const once = () => reportOnce(deps, request, head, begun, look);
    const result = await unlessOvertaken(deps.store, request.workbook, head, once);
    if (result && result !== 'stale') return result;
    look = true;
  }
  throw new Error(`the report of ${request.workbook} was overtaken ${TRIES} times in a row; it will be tried again`);
}

async function reportOnce(
  { sheets, store, clock }: ReportDeps,
  request: ReportRequest,
  head: Head | undefined,
  begun: number,
  look: boolean,
): Promise<ReportResult | 'stale'> {
  const { workbook } = request;
  if (!head || (!head.derived && !head.stop))
    return { status: 'nothing', written: [], dueAt: nextDueAt(begun, WITHOUT_RULES) };
  // After the head: whoever publishes later states no earlier time.
  const stated = clock();
  const at = (instant: number) => (timeZone: string) => request.asOf ?? asOfInstant(instant, timeZone);
  const scope = await scopeOf(store, workbook, head, at(stated));
  const dueAt = nextDueAt(begun, scope.due);
  const known = request.full ? undefined : await knownTabs(store, workbook, head, scope.target);
  const beat = begun - (head.published?.at ?? 0) >= HEARTBEAT_MS;
  if (!look && !beat && head.published?.key === scope.key && known) return { status: 'unchanged', written: [], dueAt };

  /** What a look shows may be of another report, which read a later head, or on a later day, than this one did. */
  const mayStandNewer = async (): Promise<boolean> => {
    const now = rolledUpHead(await store.readHead(workbook));
    return !now || (await scopeOf(store, workbook, now, at(clock()))).key !== scope.key;
  };
  const view = await viewOf(store, workbook, head, scope);
  if (view.facts) await store.putItems(workbook, [view.facts]);
  const { layouts } = view;
  const knownViews = request.full || look ? undefined : known?.views;
  const views = await putViews(sheets, workbook, head.activity, view.views, knownViews);
  const mustLook = look || !known;
  const standing = mustLook ? standingTabs(await sheets.describe(scope.target), layouts, known) : undefined;
  if (standing && (await mayStandNewer())) return 'stale';
  const publications = tabsToWrite(layouts, known, standing, beat);
  const to: Fence = {
    generation: (standing ? (standing.fence?.generation ?? 0) : (head.published?.fence ?? 0)) + 1,
    key: view.key.slice(0, 8),
  };
  if (publications.length > 0) {
    const from = standing ? standing.fence : known && { generation: head.published?.fence ?? 0, key: known.fenceKey };
    const outcome = await sheets.publish(scope.target, {
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
    ? { fenceKey: to.key, workbook: scope.target, tabs: tabsAfter(layouts, publications, known), ...views }
    : { fenceKey: known?.fenceKey ?? to.key, workbook: scope.target, tabs: known?.tabs ?? {}, ...views };
  const item = publishedItem(now);
  if (request.full || item.digest !== head.published?.tabs) await store.putItems(workbook, [item]);
  const published = {
    key: view.key,
    fence: wrote ? to.generation : (head.published?.fence ?? 0),
    tabs: item.digest,
    generation: head.derived?.generation ?? head.generation,
    at: wrote ? begun : (head.published?.at ?? begun),
  };
  // Another report that published later has a higher fence; it stays.
  await moveHead(store, workbook, (current) => {
    if (current.published && current.published.fence > published.fence) return undefined;
    // Weeks that closed meanwhile stay closed; what this report decided is then decided again, with another key.
    const decided = view.facts && current.facts === head.facts ? { facts: view.facts.digest } : {};
    return { ...current, ...decided, published };
  });
  return { status: wrote ? 'published' : 'unchanged', written: publications.map(({ layout }) => layout.name), dueAt };
}

/** Figures beside the very rows that they were computed from: a snapshot that was noted since is the next report's. */
const rolledUpHead = (head: Head | undefined): Head | undefined =>
  head?.derived ? { ...head, source: head.derived.source } : head;

/**
 * Filter views first: the links of the tabs lead to them. They change with the week, with who is on the team and with
 * where the columns stand. Where Sheets refuses them, say because the tab was deleted, people still get their tabs.
 */
async function putViews(
  sheets: SheetsPort,
  workbook: string,
  place: Head['activity'],
  views: readonly FilterViewLayout[],
  known: string | undefined,
): Promise<Pick<PublishedTabs, 'views'>> {
  if (!place || views.length === 0) return known === undefined ? {} : { views: known };
  const now = digest(JSON.stringify([place, views]));
  if (now === known) return { views: now };
  try {
    await sheets.putFilterViews(workbook, place, views);
    return { views: now };
  } catch (error) {
    if (isSheetsRefusal(error)) return {};
    throw error;
  }
}

/** What was published, as remembered; `undefined` when nothing was, or into another spreadsheet. */
async function knownTabs(
  store: StorePort,
  workbook: string,
  head: Head,
  target: string,
): Promise<PublishedTabs | undefined> {
  if (!head.published) return undefined;
  const bodies = await store.getItems(workbook, [publishedRef(head.published.tabs)]);
  const known = JSON.parse(bodies.get(head.published.tabs) ?? '') as PublishedTabs; // written by publishedItem
  return known.workbook === target ? known : undefined;
}
