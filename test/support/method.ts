import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import { TEAM } from '../../lambdas/domain/rows/rep-key.ts';
import { moveHead } from '../../lambdas/domain/trees/move-head.ts';
import { type Facts, factsItem } from '../../lambdas/domain/weeks/facts.ts';
import type { Figures } from '../../lambdas/domain/weeks/figures.ts';
import { repFigures } from '../../lambdas/domain/weeks/week-rollup.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { reckon } from '../../lambdas/report/reckon.ts';
import type { CellLayout, TabLayout } from '../../lambdas/tabs/layout.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { reportTabs } from '../../lambdas/tabs/report-tabs.ts';
import { type Service, service, WORKBOOK } from './ports.ts';
import { serial } from './trees.ts';

type Tabs = Readonly<Record<string, readonly (readonly Cell[])[]>>;
type Value = CellLayout['value'];

/** A workbook that people go on typing in, read now and then. */
export interface Book extends Pick<Service, 'sheet'> {
  /** What the report tabs say at that time on the wall, `2026-11-18 15:00`. UTC noon decides about the rollup alone. */
  at(time: string): Promise<Report>;
  /** The same at an instant, `2026-03-29T21:59:30Z`: the zone of the workbook says which day that is. */
  atInstant(instant: string): Promise<Report>;
  /** Keeps what a report decided once and for all, as publishing it does. */
  remember(facts: Facts): Promise<void>;
}

export interface Report {
  readonly figures: ReportFigures;
  tab(name: TabLayout['name']): TabLayout;
  title(name: TabLayout['name']): Value;
  /**
   * The line of somebody or something in the table below a heading that begins so (`''` = the first table): name of the
   * column -> what stands there. A column without a name is `name + 1` of the one at its left.
   */
  line(name: TabLayout['name'], heading: string, first: string): Readonly<Record<string, Value>>;
  /** Counts of a week by its first day, those that are not 0; `who` = a rep key, default the team. */
  counts(week: string, who?: string): Partial<Figures>;
}

export function book(rows: readonly (readonly Cell[])[], tabs: Tabs = {}): Book {
  const one = service(rows, tabs);
  const read = async (asOfIn: Parameters<typeof loadFigures>[3]): Promise<Report> => {
    await one.settle();
    const head = one.store.table.heads.get(WORKBOOK);
    if (!head?.source || !head.derived || head.stop) throw new Error(`the rows were refused: ${head?.stop?.message}`);
    const rolledUp = { ...head, source: head.source, derived: head.derived };
    return reportOf(reckon(await loadFigures(one.store.open(), WORKBOOK, rolledUp, asOfIn)));
  };
  return {
    sheet: one.sheet,
    at(time) {
      const [day, minute] = [Math.floor(serial(time)), Math.round((serial(time) % 1) * 1440)];
      one.now = (day - 25_569 + 0.5) * 86_400_000;
      return read(() => ({ day, minute }));
    },
    atInstant(instant) {
      one.now = Date.parse(instant);
      return read((zone) => asOfInstant(one.now, zone));
    },
    async remember(facts) {
      const [store, item] = [one.store.open(), factsItem(facts)];
      await store.putItems(WORKBOOK, [item]);
      await moveHead(store, WORKBOOK, (head) => ({ ...head, facts: item.digest }));
    },
  };
}

function reportOf(figures: ReportFigures): Report {
  const tabs = reportTabs(figures);
  const tab = (name: TabLayout['name']): TabLayout => {
    const found = tabs.find((each) => each.name === name);
    if (!found) throw new Error(`no tab ${name}`);
    return found;
  };
  return {
    figures,
    tab,
    title: (name) => tab(name).rows[0]?.[0]?.value,
    line: (name, heading, first) => lineIn(tab(name), heading, first),
    counts: (week, who = TEAM) => {
      const counted = repFigures(figures.weeks.get(serial(week)), who, serial(week), figures.asOf.day);
      return Object.fromEntries(Object.entries(counted).filter(([, amount]) => amount !== 0)) as Partial<Figures>; // keys of Figures
    },
  };
}

function lineIn({ name, rows }: TabLayout, heading: string, first: string): Record<string, Value> {
  const isHeading = (row: TabLayout['rows'][number]): boolean => row[0]?.style === 'heading';
  const from =
    heading === '' ? 0 : rows.findIndex((row) => isHeading(row) && String(row[0]?.value).startsWith(heading));
  const next = rows.findIndex((row, at) => at > from && isHeading(row));
  const block = from < 0 ? [] : rows.slice(from, next < 0 ? undefined : next);
  const line = block.findIndex(([cell]) => cell?.value === first && cell.style !== 'head');
  const head = block.findLastIndex(([cell], at) => at < line && cell?.style === 'head');
  if (line < 0 || head < 0) throw new Error(`${name} has no "${first}" under "${heading}"`);
  const values: Record<string, Value> = {};
  let [column, beside] = ['', 0];
  block[head]?.forEach(({ value }, at) => {
    [column, beside] = value === undefined ? [column, beside + 1] : [String(value), 0];
    values[beside === 0 ? column : `${column} + ${beside}`] = block[line]?.[at]?.value;
  });
  return values;
}

/** A tab as a person would type it: the header, then the rows. Dates as `2026-11-18` become date cells. */
export const typed = (header: readonly string[], ...rows: readonly (readonly Cell[])[]): Cell[][] => [
  [...header],
  ...rows.map((cells) => cells.map((cell) => (/^\d{4}-\d\d-\d\d$/.test(String(cell)) ? serial(String(cell)) : cell))),
];

export const settings = (...rows: readonly (readonly [string, Cell])[]): Cell[][] =>
  typed(['Setting', 'Value'], ...rows);
export const goals = (...rows: readonly (readonly Cell[])[]): Cell[][] =>
  typed(['Rep', 'Period start', 'Period', 'Revenue goal'], ...rows);

/** A day of support work long before: what follows is no deal that was under way when the data began. */
export const LONG_BEFORE: readonly Cell[] = [serial('2026-01-05'), 'Ana', '', '', 'Administration'];
