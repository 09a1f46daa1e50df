import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { DealLine } from '../../lambdas/domain/deals/deal-line.ts';
import { learnedStandards } from '../../lambdas/domain/deals/deal-standards.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { reckon } from '../../lambdas/report/reckon.ts';
import type { CellLayout, TabLayout } from '../../lambdas/tabs/layout.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { service, WORKBOOK } from './ports.ts';
import { serial } from './trees.ts';

/** The figures of some rows as of `2026-02-02 12:00`, through ingest and rollup. */
export async function figuresOf(
  rows: readonly (readonly Cell[])[],
  asOf: string,
  tabs: Readonly<Record<string, readonly (readonly Cell[])[]>> = {},
): Promise<ReportFigures> {
  const moment = serial(asOf);
  const day = Math.floor(moment);
  const at = { day, minute: Math.round((moment - day) * 1440) };
  const one = service(rows, tabs);
  // Noon UTC of that day: the rollup asks the clock for the day alone.
  one.now = (day - 25_569 + 0.5) * 86_400_000;
  await one.settle();
  const head = one.store.table.heads.get(WORKBOOK);
  if (!head?.source || !head.derived) throw new Error('the rows were refused');
  const store = one.store.open();
  return reckon(await loadFigures(store, WORKBOOK, { ...head, source: head.source, derived: head.derived }, () => at));
}

/** The same with other open deals. */
export const withOpenDeals = (figures: ReportFigures, openDeals: readonly DealLine[]): ReportFigures =>
  reckon({ ...figures, openDeals, standards: learnedStandards({ ...figures, openDeals }, figures.asOf.day) });

export const textAt = (tab: TabLayout, row: number, column: number): CellLayout['value'] =>
  tab.rows[row]?.[column]?.value;

/** The cells of the first row whose first cell reads so. */
export function rowOf(tab: TabLayout, first: string): readonly CellLayout['value'][] {
  const found = tab.rows.find((row) => row[0]?.value === first);
  if (!found) throw new Error(`${tab.name} has no row "${first}"`);
  return found.map(({ value }) => value);
}
