import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { INPUT_SHEET_IDS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { activityInDisguise, findTabs } from './find-tabs.ts';
import { HOW_TO, howToRequests } from './how-to.ts';
import { placeTab, type TabPlace } from './place-tab.ts';
import { addTabRequest, planTab } from './plan-tab.ts';
import { TAB_SPECS } from './tab-specs.ts';
import { isBlankRow, type WorkbookView } from './workbook-view.ts';

export interface PlanOptions {
  /** Make the tab How to. */
  readonly examples: boolean;
  /** Sheet ids of input tabs as the service has seen them. */
  readonly known?: Partial<Record<InputTab, number>>;
}

export interface Plan {
  /** For one atomic `batchUpdate`; empty = everything is there. */
  readonly requests: readonly sheets_v4.Schema$Request[];
  /** What they do, a line each. */
  readonly steps: readonly string[];
  /** What a person has to decide: these tabs are left as they are. */
  readonly attention: readonly string[];
}

/** What is missing on a workbook so that reps can begin. Pure; a plan for what a plan has made is empty. */
export function planSetUp(view: WorkbookView, { examples, known = {} }: PlanOptions): Plan {
  const found = findTabs(view.tabs, known);
  const disguised = found.Activity === undefined ? activityInDisguise(view) : undefined;
  if (disguised) return { requests: [], steps: [], attention: [renameAdvice(disguised.title)] };
  const titles = view.tabs.map(({ title }) => title);
  const places = new Map<InputTab, TabPlace>();
  const attention: string[] = [];
  for (const spec of TAB_SPECS) {
    const tab = view.tabs.find(({ sheetId }) => sheetId === found[spec.name]);
    const place = placeTab(spec, tab, titles);
    if ('message' in place) attention.push(place.message);
    else places.set(spec.name, place);
  }
  const all = [...places.values()];
  const steps: string[] = [];
  const requests: sheets_v4.Schema$Request[] = [];
  const added = all.filter((place) => place.view === undefined);
  // In a new spreadsheet ours come before its empty tab, so that it opens with Activity.
  const isNew = view.tabs.every(({ rows }) => rows.every(isBlankRow));
  const first = all.length - added.length;
  added.forEach((place, at) => {
    requests.push(addTabRequest(place, isNew ? first + at : undefined));
  });
  const howTo = examples && lacksHowTo(view, places);
  for (const place of all) {
    const done = howTo && place.spec.name === 'Activity' ? [HOW_TO.part] : [];
    const planned = planTab(place, places, view, done);
    requests.push(...planned.requests);
    steps.push(...planned.steps);
  }
  if (howTo) {
    requests.push(...howToRequests(places, isNew ? all.length : undefined));
    steps.push(`Add the tab ${HOW_TO.title}: what to type where, with example rows that are never counted.`);
  }
  return { requests, steps, attention };
}

/** A spreadsheet as `createSpreadsheet` makes it. */
export const emptyTemplate = (title: string, timeZone = 'Etc/GMT'): WorkbookView => ({
  title,
  timeZone,
  tabs: [
    {
      sheetId: INPUT_SHEET_IDS.Activity,
      title: 'Activity',
      rowCount: 1000,
      columnCount: 26,
      rows: [],
      ruleCount: 0,
      protectedColumns: [],
    },
  ],
});

/** Once: who deleted it knows how to. */
function lacksHowTo({ tabs }: WorkbookView, places: ReadonlyMap<InputTab, TabPlace>): boolean {
  const activity = places.get('Activity');
  if (!activity || activity.view?.mark?.done.includes(HOW_TO.part)) return false;
  return !tabs.some(
    ({ sheetId, title }) => sheetId === HOW_TO.sheetId || title.toLowerCase() === HOW_TO.title.toLowerCase(),
  );
}

const renameAdvice = (title: string): string =>
  `There is no tab named Activity, but "${title}" has its columns. If reps type there, rename it to Activity; if not, add an empty tab named Activity. Then run init again.`;
