import type { Cell } from '../cells/cell.ts';
import { foldDeal } from '../deals/deal.ts';
import { byTime, type DealEvent, dealEventOf, dealKeyOf, decodeEvent, encodeEvent } from '../deals/deal-event.ts';
import { contributionsOf } from '../deals/deal-figures.ts';
import type { Rules } from '../inputs/rules.ts';
import { entry } from '../trees/entry.ts';
import { type Figure, rowFigures } from '../weeks/figures.ts';
import type { ActivityRow } from './activity-row.ts';
import { rowReader } from './activity-row.ts';
import { type RepKey, scopes } from './rep-key.ts';
import { cellsOf, type RowLine } from './row-line.ts';

/** A row and what it adds to one figure of one rep (or the team). */
export interface RowBehind {
  /** As typed, in the order of ACTIVITY_COLUMNS. */
  readonly cells: readonly Cell[];
  readonly row: ActivityRow;
  /** Negative amounts do not occur: what is taken back is a figure of its own. */
  readonly adds: number;
}

/** Keys of the deals whose history decides what these rows add. */
export function dealsOf(lines: readonly RowLine[], rules: Rules): Set<string> {
  const reader = rowReader(rules);
  return new Set(
    lines.flatMap((line) => {
      const { row } = reader.read(cellsOf(line));
      return row?.kind === 'close' ? [dealKeyOf(row.prospect, row.deal)] : [];
    }),
  );
}

/**
 * "explanations (which rows are behind a figure)": of these rows, those that add to it, by day. `deals`: the stored
 * events of `dealsOf`, since a Close row counts by what came before it.
 */
export function rowsBehind(
  lines: readonly RowLine[],
  rules: Rules,
  deals: ReadonlyMap<string, readonly string[]>,
  { rep, figure }: { readonly rep: RepKey; readonly figure: Figure },
): RowBehind[] {
  const reader = rowReader(rules);
  const fromDeals = remainingContributions(deals, rules, rep, figure);
  const { unconfirmed } = rules.settings;
  const behind = lines.flatMap((line): RowBehind[] => {
    const cells = cellsOf(line);
    const { row } = reader.read(cells);
    if (!row) return [];
    const credited = scopes({ reps: row.reps.map(({ key }) => key) }).includes(rep);
    const own = credited ? sumOf(rowFigures(row, unconfirmed), figure) : 0;
    const event = row.kind === 'close' ? dealEventOf(row, unconfirmed) : undefined;
    const decided = event ? (fromDeals.get(encodeEvent(event))?.shift() ?? 0) : 0;
    const adds = own + decided;
    return adds === 0 ? [] : [{ cells, row, adds }];
  });
  return behind.sort((a, b) => a.row.day - b.row.day || (a.row.minute ?? 0) - (b.row.minute ?? 0));
}

/** Event as text -> what each of the rows with that text adds; equal rows are told apart by nothing but their number. */
function remainingContributions(
  deals: ReadonlyMap<string, readonly string[]>,
  rules: Rules,
  rep: RepKey,
  figure: Figure,
): Map<string, number[]> {
  const { closeCountsWhen, revenueGoesTo } = rules.settings;
  const found = new Map<string, number[]>();
  for (const events of deals.values()) {
    const history = foldDeal(events.map(decodeEvent).sort(byTime), closeCountsWhen);
    const byEvent = new Map<DealEvent, number>();
    for (const { event, reps, figures } of contributionsOf(history, revenueGoesTo)) {
      if (scopes({ reps }).includes(rep)) byEvent.set(event, (byEvent.get(event) ?? 0) + sumOf(figures, figure));
    }
    // Of equal rows, those that add something come first.
    for (const [event, adds] of [...byEvent].sort(([, a], [, b]) => b - a)) {
      entry(found, encodeEvent(event), () => []).push(adds);
    }
  }
  return found;
}

const sumOf = (figures: readonly (readonly [Figure, number])[], figure: Figure): number =>
  figures.reduce((sum, [name, amount]) => (name === figure ? sum + amount : sum), 0);
