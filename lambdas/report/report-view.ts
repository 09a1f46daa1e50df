import type { AsOf } from '../domain/days/as-of.ts';
import type { DueTimes } from '../domain/days/next-due.ts';
import { type Inputs, type Rules, rulesOf } from '../domain/inputs/rules.ts';
import { inputsRef, type SourceRoot, sourceRootRef } from '../domain/source/source-tree.ts';
import type { Head } from '../domain/trees/head.ts';
import type { TreeItem } from '../domain/trees/item.ts';
import { type Facts, factsItem } from '../domain/weeks/facts.ts';
import { activityViews } from '../tabs/activity-views.ts';
import type { FilterViewLayout } from '../tabs/filter-view.ts';
import type { TabLayout } from '../tabs/layout.ts';
import { reportTabs } from '../tabs/report-tabs.ts';
import { decidedFacts } from './decided-facts.ts';
import { figuresKey } from './figures-key.ts';
import type { FiguresStore } from './figures-store.ts';
import { loadFigures } from './load-figures.ts';
import { reckon, targetsIn } from './reckon.ts';
import { stoppedTabs } from './stopped-tabs.ts';

/** What a report is about, known before its figures are read. */
export interface ReportScope {
  /** The spreadsheet that carries the tabs. */
  readonly target: string;
  /** Changes exactly when the tabs could. */
  readonly key: string;
  readonly asOf: AsOf;
  /** When the calendar changes what the tabs say. */
  readonly due: DueTimes;
}

/** What should stand on the sheets. */
export interface ReportView {
  readonly key: string;
  readonly layouts: readonly TabLayout[];
  readonly views: readonly FilterViewLayout[];
  /** What this report decided for good, to be kept before anybody sees it. */
  readonly facts?: TreeItem;
}

/** Of a workbook that could not be read yet. */
export const WITHOUT_RULES: DueTimes = { timeZone: 'Etc/UTC', hours: [] };

const dueTimes = ({ timeZone, settings }: Rules): DueTimes => ({
  timeZone,
  hours: [settings.cutOffHour, settings.meetingHour],
});

export async function scopeOf(
  store: FiguresStore,
  workbook: string,
  head: Head,
  asOfIn: (timeZone: string) => AsOf,
): Promise<ReportScope> {
  const rules = head.derived && (await rulesIn(store, workbook, head));
  const due = rules ? dueTimes(rules) : WITHOUT_RULES;
  const asOf = asOfIn(due.timeZone);
  const key = figuresKey(head, asOf, rules?.settings.cutOffHour ?? 0);
  return { target: rules?.settings.reportWorkbook || workbook, key, asOf, due };
}

/** The tabs as of the scope. A workbook that could never be read says so on Health alone. */
export async function viewOf(
  store: FiguresStore,
  workbook: string,
  head: Head,
  { asOf, key }: ReportScope,
): Promise<ReportView> {
  const { source, derived } = head;
  if (source === undefined || !derived) {
    return { key, layouts: stoppedTabs(asOf, head.stop?.message ?? ''), views: [] };
  }
  const loaded = await loadFigures(store, workbook, { ...head, source, derived }, () => asOf);
  const targets = targetsIn(loaded);
  const facts = decidedFacts(loaded, targets);
  const figures = reckon({ ...loaded, facts }, targets);
  // Decided for good only from figures of today: shortly after midnight the last rollup may be of yesterday.
  const item = loaded.isBehind ? undefined : newFacts(facts, loaded.facts);
  const { cutOffHour } = figures.rules.settings;
  return {
    key: item ? figuresKey({ ...head, facts: item.digest }, asOf, cutOffHour) : key,
    layouts: reportTabs(figures),
    views: activityViews(figures).layouts,
    ...(item && { facts: item }),
  };
}

const newFacts = (now: Facts, before: Facts): TreeItem | undefined => (now === before ? undefined : factsItem(now));

/** Items are written by this code alone, so their shape is known. */
async function rulesIn(store: FiguresStore, workbook: string, { source }: Head): Promise<Rules | undefined> {
  if (source === undefined) return undefined;
  const read = async <T>(ref: ReturnType<typeof inputsRef>): Promise<T> =>
    JSON.parse((await store.getItems(workbook, [ref])).get(ref.digest) ?? 'null') as T;
  const { inputs } = await read<SourceRoot>(sourceRootRef(source));
  return rulesOf(await read<Inputs>(inputsRef(inputs)));
}
