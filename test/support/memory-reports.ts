import type { Fence, Publication, TabPublication } from '../../lambdas/ports.ts';
import type { FilterViewLayout } from '../../lambdas/tabs/filter-view.ts';
import type { CellLayout, TabLayout } from '../../lambdas/tabs/layout.ts';
import { neededGrid } from '../../lambdas/tabs/needed-grid.ts';
import { AS_OF_RANGE, TAB_SHEET_IDS, type TabName } from '../../lambdas/tabs/tab-names.ts';
import type { MemorySheet } from './memory-sheets.ts';

/** A report tab as it stands. */
export interface ReportTab {
  title: string;
  rows: CellLayout[][];
  gridRows: number;
  gridColumns: number;
  charts: number[];
}

/** A spreadsheet that also takes reports and filter views. */
export interface MemoryReports extends MemorySheet {
  readonly reports: Map<TabName, ReportTab>;
  /** Names of the named ranges: the fence that stands, and the "as of" line. */
  readonly namedRanges: Set<string>;
  /** Filter views of ours on Activity. */
  views: readonly FilterViewLayout[];
}

/** Thrown inside a batch: then none of it is applied. */
class Refused extends Error {}

/**
 * Reports on plain maps. A batch is applied as a whole or not at all, by what stands on the spreadsheet at that moment: it
 * knows nothing of heads, digests or what anybody remembers.
 */
export function withReports(sheet: MemorySheet): MemoryReports {
  const reports = new Map<TabName, ReportTab>();
  const namedRanges = new Set<string>();
  return Object.assign(sheet, {
    reports,
    namedRanges,
    views: [] as readonly FilterViewLayout[],

    describe: describeWith(sheet, reports, namedRanges),

    async publish(_workbook: string, publication: Publication): Promise<'published' | 'stale'> {
      const after = { reports: structuredClone(reports), namedRanges: new Set(namedRanges) };
      try {
        apply(after, publication, [...sheet.tabs, ...reports.values()].map(({ title }) => title.toLowerCase()));
      } catch (error) {
        if (error instanceof Refused) return 'stale';
        throw error;
      }
      reports.clear();
      for (const [name, tab] of after.reports) reports.set(name, tab);
      namedRanges.clear();
      for (const name of after.namedRanges) namedRanges.add(name);
      return 'published';
    },

    async putFilterViews(_workbook: string, _place: unknown, views: readonly FilterViewLayout[]) {
      this.views = structuredClone(views);
    },
  });
}

function describeWith(sheet: MemorySheet, reports: MemoryReports['reports'], namedRanges: Set<string>) {
  const ofInputs = sheet.describe.bind(sheet);
  return async (workbook: string) => {
    const described = await ofInputs(workbook);
    const ours = [...reports].map(([name, tab]) => ({
      sheetId: TAB_SHEET_IDS[name],
      title: tab.title,
      rowCount: tab.gridRows,
      columnCount: tab.gridColumns,
      chartIds: [...tab.charts],
      protectedRangeIds: [],
    }));
    return {
      ...described,
      tabs: [...described.tabs, ...ours],
      namedRanges: [...namedRanges].map((name) => ({ id: name, name })),
    };
  };
}

const fenceName = ({ generation, key }: Fence): string =>
  `leadsheet_gen_${generation}_${key.replace(/[^A-Za-z0-9]/g, '_')}`;

/** The requests of a batch in their order, on copies. */
function apply(
  { reports, namedRanges }: { reports: Map<TabName, ReportTab>; namedRanges: Set<string> },
  { from, to, tabs, standing = [], addAsOfRange, takenTitles = [] }: Publication,
  titles: readonly string[],
): void {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Refused(what);
  };
  if (from) must(namedRanges.delete(fenceName(from)), 'the fence that was supposed is not there');
  for (const { layout, previous } of tabs) {
    if (previous) continue;
    must(!reports.has(layout.name), `${layout.name} is there already`);
    // A title that a tab was known to have is avoided; one that somebody gave since is refused.
    const known = takenTitles.some((title) => title.toLowerCase() === layout.name.toLowerCase());
    must(known || !titles.includes(layout.name.toLowerCase()), `there is a tab called ${layout.name}`);
    const grid = neededGrid(layout);
    const title = known ? `${layout.name} (Leadsheet)` : layout.name;
    reports.set(layout.name, { title, rows: [], gridRows: grid.rows, gridColumns: grid.columns, charts: [] });
  }
  must(reports.has('Health') && !namedRanges.has(fenceName(to)), 'the new fence can not be set');
  namedRanges.add(fenceName(to));
  if (addAsOfRange) must(!namedRanges.has(AS_OF_RANGE), 'the as-of range is there already');
  if (addAsOfRange) namedRanges.add(AS_OF_RANGE);
  for (const name of standing) must(reports.has(name), `${name} was deleted`);
  for (const tab of tabs) {
    const there = reports.get(tab.layout.name);
    must(there !== undefined && fits(there, tab), `${tab.layout.name} is not as supposed`);
    if (there) write(there, tab.layout);
  }
}

const fits = (there: ReportTab, { previous }: TabPublication): boolean =>
  previous === undefined ||
  (there.gridRows >= previous.gridRows &&
    there.gridColumns >= previous.gridColumns &&
    there.charts.length >= previous.charts);

function write(there: ReportTab, layout: TabLayout): void {
  const grid = neededGrid(layout);
  there.rows = layout.rows.map((row) => row.map((cell) => structuredClone(cell)));
  there.gridRows = Math.max(there.gridRows, grid.rows);
  there.gridColumns = Math.max(there.gridColumns, grid.columns);
  there.charts = layout.charts.map((_, index) => index);
}

/** All tabs as one reader sees them: what each cell says, by tab. */
export const seenTabs = (layouts: Iterable<readonly [string, Pick<TabLayout, 'rows'> | ReportTab]>): string =>
  JSON.stringify([...layouts].map(([name, { rows }]) => [name, rows.map((row) => row.map(({ value = '' }) => value))]).sort());
