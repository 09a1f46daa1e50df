import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { type DealLine, decodeDealLine } from '../../lambdas/domain/deals/deal-line.ts';
import { allDeals } from '../../lambdas/domain/deals/deal-trie.ts';
import { withItems } from '../../lambdas/domain/trees/loader.ts';
import { readDecided, readWeeks, trieOf, weekEntries } from '../../lambdas/domain/weeks/derived-tree.ts';
import type { WeekRollup } from '../../lambdas/domain/weeks/week-rollup.ts';
import { Items, rollUp, row, serial, withSettings } from './trees.ts';

export interface RolledDeals {
  readonly open: readonly DealLine[];
  readonly decided: readonly DealLine[];
  /** The rollup of the week that begins on a day such as `2026-01-05`. */
  week(first: string): WeekRollup;
}

/** The data begin long before the rows of a test, so that nothing in it is an opening deal. */
const BEGIN = row('2025-06-02', 'Zoe', 'First of all', 'Attempt', 'Spoke');

/** Open and decided deals and weeks of some rows, without the one that begins the data. */
export async function rolledDeals(
  rows: readonly (readonly Cell[])[],
  settings: Readonly<Record<string, Cell>> = {},
): Promise<RolledDeals> {
  const items = new Items();
  const { root } = await rollUp(items, [BEGIN, ...rows], { inputs: withSettings(settings) });
  return withItems(items.load, (lookup) => {
    const weeks = new Set(weekEntries(root, () => true, lookup).map(([week]) => week));
    const rollups = readWeeks(root, weeks, lookup);
    return {
      open: [...allDeals(trieOf(root.open), lookup)]
        .flatMap(([, lines]) => lines.map(decodeDealLine))
        .filter(({ prospect }) => prospect !== 'First of all'),
      decided: [...readDecided(root, weeks, lookup).values()].flatMap((lines) => [...lines.keys()].map(decodeDealLine)),
      week: (first) => {
        const rollup = rollups.get(serial(first));
        if (!rollup) throw new Error(`no rows in the week of ${first}`);
        return rollup;
      },
    };
  });
}

/** A row with a next step, perhaps with its day. */
export function withNextStep(cells: readonly Cell[], text: string, due = ''): Cell[] {
  return [...cells, ...Array.from({ length: 10 - cells.length }, () => ''), text, due === '' ? '' : serial(due)];
}
