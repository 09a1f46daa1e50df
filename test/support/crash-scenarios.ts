import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { TAB_NAMES } from '../../lambdas/tabs/tab-names.ts';
import { OTHER, type RunOptions, type WholeService, wholeService } from './crash-service.ts';
import { someRows } from './ingest-rows.ts';
import { WORKBOOK } from './ports.ts';
import { deleteReport } from './standing-reports.ts';
import { row, serial } from './trees.ts';

/** What there is and what happened since: the next run has work to do. */
export interface CrashScenario {
  readonly name: string;
  readonly prepare: () => Promise<WholeService>;
  /** How the run is begun whose calls break, and the clean one after it. */
  readonly run?: RunOptions;
  /** The store keeps rows that are no longer on the sheet. */
  readonly archives?: boolean;
}

const DAY = 86_400_000;
const TEAM: readonly (readonly Cell[])[] = [
  ['Rep', 'Segment'],
  ['Ana', 'Inside'],
  ['Ben', 'Field'],
];
const GOALS: readonly (readonly Cell[])[] = [
  ['Rep', 'Period start', 'Period', 'Revenue goal'],
  ['Ana', serial('2026-01-01'), 'Quarter', 90_000],
];
const SETTINGS: readonly (readonly Cell[])[] = [
  ['Setting', 'Value'],
  ['Currency', 'EUR'],
];
const TABS = { Team: TEAM, Goals: GOALS, Settings: SETTINGS };

const rowsOf = ({ sheet }: WholeService): Cell[][] => sheet.tab('Activity').rows;
const settled = async (rows: readonly (readonly Cell[])[] = someRows(42)): Promise<WholeService> => {
  const one = wholeService(rows, TABS);
  await one.settle();
  const { stop } = one.store.table.heads.get(WORKBOOK) ?? {};
  if (stop || one.sheet.reports.tabs.size !== TAB_NAMES.length) throw new Error(`not reported: ${stop?.message}`);
  return one;
};
/** The workbook settled, and a minute later something happens to it. */
const after = (change: (one: WholeService) => void | Promise<void>) => async (): Promise<WholeService> => {
  const one = await settled();
  one.now += 60_000;
  await change(one);
  return one;
};

function edit(one: WholeService): void {
  const rows = rowsOf(one);
  (rows[4] ?? [])[5] = 'No answer';
  rows.splice(9, 1);
  rows.push(row('2026-02-02', 'Ben', 'Brand new', 'Close', 'Booked', { amount: 10 }));
}

const setting = ({ sheet }: WholeService, name: string, value: Cell): void =>
  void sheet.tab('Settings').rows.push([name, value]);

/** Most rows of a week are taken out, the service has stopped, and a person types the code that Health shows. */
async function acceptRemovals(one: WholeService): Promise<void> {
  rowsOf(one).splice(2, 30);
  await one.settle();
  const { stop } = one.store.table.heads.get(WORKBOOK) ?? {};
  const [code = ''] = /ok-\w+/.exec(stop?.message ?? '') ?? [];
  if (code === '') throw new Error('the removals were not refused');
  setting(one, 'Accept removals', code);
}

export const CRASH_SCENARIOS: readonly CrashScenario[] = [
  { name: 'the first load', prepare: async () => wholeService(someRows(42), TABS) },
  { name: 'a few edits', prepare: after(edit) },
  {
    name: 'a sheet that was sorted, with a tab renamed',
    prepare: after((one) => {
      const [header = [], ...rows] = rowsOf(one);
      one.sheet.tab('Activity').rows = [header, ...rows.toReversed()];
      one.sheet.tab('Team').title = 'The team';
    }),
  },
  {
    name: 'midnight',
    prepare: async () => {
      const one = await settled([...someRows(42), row('2026-02-03', 'Ana', 'Tomorrow', 'Ask', 'Sent')]);
      one.now += DAY;
      return one;
    },
  },
  {
    name: 'a week that closes',
    prepare: after((one) => {
      one.now += 15 * DAY;
      // In a week that stays open: a closed one keeps what it showed when a rollup first found it over.
      rowsOf(one).push(row('2026-02-16', 'Ben', 'Brand new', 'Close', 'Booked', { amount: 10 }));
    }),
  },
  { name: 'a wiped tab', prepare: after((one) => void rowsOf(one).splice(1)) },
  { name: 'removals that are accepted', prepare: after(acceptRemovals) },
  {
    name: 'archived rows that are taken out of the sheet',
    archives: true,
    prepare: after(async (one) => {
      setting(one, 'Archived before', serial('2026-01-31'));
      await one.settle();
      rowsOf(one).splice(2, 20);
      edit(one);
    }),
  },
  {
    name: 'settings that change every week',
    prepare: after((one) => {
      setting(one, 'Week starts on', 'Sunday');
      one.sheet.tab('Team').rows.push(['Cy', 'Field']);
    }),
  },
  {
    name: 'edits, and a report tab that a person deleted',
    prepare: after((one) => {
      edit(one);
      deleteReport(one.sheet.reports, 'Deals');
    }),
  },
  {
    name: 'edits, and Health that a person deleted with the fence on it',
    prepare: after((one) => {
      edit(one);
      deleteReport(one.sheet.reports, 'Health');
    }),
  },
  {
    name: 'reports that move to another spreadsheet',
    prepare: after((one) => {
      edit(one);
      setting(one, 'Report workbook', OTHER);
    }),
  },
  {
    name: 'edits, and a report tab deleted in another spreadsheet',
    prepare: after(async (one) => {
      setting(one, 'Report workbook', OTHER);
      await one.settle();
      if (!one.other.reports.tabs.has('Deals')) throw new Error('the reports did not move');
      edit(one);
      deleteReport(one.other.reports, 'Deals');
    }),
  },
  { name: 'a full run, which trusts nothing', prepare: after(edit), run: { full: true } },
  {
    name: 'a sweep, with edits meanwhile',
    prepare: after(async (one) => {
      edit(one);
      await one.settle();
      one.now += 100 * DAY;
      rowsOf(one).push(row('2026-05-13', 'Ben', 'Much later', 'Ask', 'Sent'));
      await one.settle();
      one.now += 100 * DAY;
      edit(one);
    }),
    run: { stages: ['sweep', 'ingest', 'rollup', 'report', 'sweep'] },
  },
];
