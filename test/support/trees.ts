import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { type Inputs, rulesOf } from '../../lambdas/domain/inputs/rules.ts';
import { activityHeader } from '../../lambdas/domain/rows/activity-header.ts';
import { readSnapshot } from '../../lambdas/domain/rows/snapshot.ts';
import { qualityOf } from '../../lambdas/domain/rows/snapshot-quality.ts';
import { changedSourceTree, NO_ROWS, type RepDay, type SourceTree } from '../../lambdas/domain/source/source-tree.ts';
import { digest } from '../../lambdas/domain/trees/digest.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import type { ItemRef, TreeItem } from '../../lambdas/domain/trees/item.ts';
import { type LoadItems, withItems } from '../../lambdas/domain/trees/loader.ts';
import type { DerivedRoot } from '../../lambdas/domain/weeks/derived-tree.ts';
import { readWeeks, weekEntries } from '../../lambdas/domain/weeks/derived-tree.ts';
import type { Figures } from '../../lambdas/domain/weeks/figures.ts';
import { type Cohort, cohortOf, repFigures, type WeekRollup } from '../../lambdas/domain/weeks/week-rollup.ts';
import { type NewSource, newSource } from '../../lambdas/ingest/source-change.ts';
import { planRollup, type RolledUp, type RollupPlan } from '../../lambdas/rollup/plan-rollup.ts';

export const HEADER: readonly Cell[] = [
  ...['Date', 'Rep', 'Prospect', 'Deal', 'Activity', 'Outcome', 'Count', 'Amount', 'Channel', 'Minutes'],
  ...['Next step', 'Next step date', 'Notes'],
];

/** `2026-11-16`, perhaps with ` 14:30`, as the serial number of Sheets. Its own arithmetic, apart from the code's. */
export function serial(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ');
  return Date.parse(`${date}T${time}:00Z`) / 86_400_000 + 25_569;
}

/** A row of the Activity tab in the order of HEADER. */
export function row(
  date: string,
  rep: string,
  prospect: string,
  activity: string,
  outcome = '',
  more: { deal?: string; count?: number; amount?: number } = {},
): Cell[] {
  return [serial(date), rep, prospect, more.deal ?? '', activity, outcome, more.count ?? '', more.amount ?? ''];
}

export function inputsWith(tabs: Partial<Record<InputTab, readonly (readonly Cell[])[]>> = {}): Inputs {
  return { title: 'Sales', locale: 'en_GB', timeZone: 'Europe/Amsterdam', dateOrder: 'dmy', tabs };
}

export const withSettings = (settings: Readonly<Record<string, Cell>>): Inputs =>
  inputsWith({ Settings: [['Setting', 'Value'], ...Object.entries(settings)] });

/** The source of a grid whose first row is the header. */
export function sourceOf(grid: readonly (readonly Cell[])[], inputs: Inputs = inputsWith()): NewSource {
  const header = activityHeader(tabOf(grid));
  if ('message' in header) throw new Error(header.message);
  const { snapshot } = readSnapshot(tabOf(grid), header, rulesOf(inputs));
  return newSource(snapshot.tree, inputs, qualityOf(snapshot));
}

/** Items in memory, as a store would give them back; counts what is asked. */
export class Items {
  readonly bodies = new Map<string, string>();
  readonly asked: ItemRef[] = [];

  put(items: Iterable<TreeItem>): void {
    for (const { area, digest, body } of items) this.bodies.set(`${area}#${digest}`, body);
  }

  readonly load: LoadItems = async (refs) => {
    this.asked.push(...refs);
    return new Map(
      refs.map(({ area, digest }) => {
        const body = this.bodies.get(`${area}#${digest}`);
        if (body === undefined) throw new Error(`${area}#${digest} was never put`);
        return [digest, body];
      }),
    );
  };
}

export const buildSourceTree = (repDays: Iterable<RepDay>): SourceTree => changedSourceTree(NO_ROWS, repDays);

export const leavesOf = ({ dayNodes }: SourceTree): RepDay[] =>
  [...dayNodes.values()].flatMap(({ leaves }) => Array.from(leaves.values(), ({ repDay }) => repDay));

/** Every item of a source, as a first load writes them. */
export function itemsOfSource(source: NewSource): TreeItem[] {
  const leaves = leavesOf(source.tree).map(({ day, lines }) => {
    const body = lines.join('\n');
    const area = `rows/${new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 7)}`;
    return { area, digest: digest(body), body };
  });
  const { monthNodes, dayNodes } = source.tree;
  return [...leaves, ...monthNodes.values(), ...dayNodes.values(), source.inputs, source.quality, source.rootItem];
}

/** Rolls rows up to a day and keeps the items; `before` makes it incremental. */
export async function rollUp(
  items: Items,
  rows: readonly (readonly Cell[])[],
  options: { inputs?: Inputs; asOf?: string; before?: RolledUp | undefined } = {},
): Promise<RolledUp & { readonly plan: RollupPlan }> {
  const inputs = options.inputs ?? inputsWith();
  const source = sourceOf([HEADER, ...rows], inputs);
  items.put(itemsOfSource(source));
  const asOf = serial(options.asOf ?? '2099-12-31');
  const plan = await planRollup(items.load, options.before, source.root, rulesOf(inputs), asOf);
  items.put(plan.items);
  return { root: JSON.parse(plan.rootItem.body) as DerivedRoot, source: source.root, plan }; // written by planRollup
}

export interface WeekReader {
  readonly weeks: readonly string[];
  /** Figures that are not 0. */
  figures(week: string, rep?: string): Partial<Figures>;
  cohort(week: string, rep?: string): Partial<Cohort>;
  /** [days, deals] of the deals closed in the week. */
  daysToClose(week: string): [number, number][];
}

/** Reads every week of a derived root; reps by their key (`t` = team, `u` = unassigned, `r:ana`). */
export async function readRollup(items: Items, root: DerivedRoot): Promise<WeekReader> {
  const rollups = await withItems(items.load, (lookup) => {
    const all = weekEntries(root, () => true, lookup).map(([week]) => week);
    return readWeeks(root, new Set(all), lookup);
  });
  const at = (week: string): WeekRollup | undefined => rollups.get(serial(week));
  return {
    weeks: [...rollups.keys()].map((week) => new Date((week - 25_569) * 86_400_000).toISOString().slice(0, 10)),
    figures: (week, rep = 't') => nonZero(repFigures(at(week), rep, serial(week), Number.MAX_SAFE_INTEGER)),
    cohort: (week, rep = 't') => nonZero(cohortOf(at(week), rep)),
    daysToClose: (week) => [...(at(week)?.daysToClose ?? [])],
  };
}

const nonZero = <F extends object>(figures: F): Partial<F> =>
  Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0)) as Partial<F>; // keys of figures
