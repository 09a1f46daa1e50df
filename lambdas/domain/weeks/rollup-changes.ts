import { remembered } from '../cells/remembered.ts';
import type { Day } from '../days/day.ts';
import { type Week, weekOf } from '../days/week.ts';
import { foldDeal } from '../deals/deal.ts';
import { byTime, type DealEvent, dealEventOf, dealKeyOf, decodeEvent, encodeEvent } from '../deals/deal-event.ts';
import { addDealFigures, type DealFigureRules } from '../deals/deal-figures.ts';
import { encodeDealLine } from '../deals/deal-line.ts';
import { dealLinesOf } from '../deals/deal-lines.ts';
import type { DealChange } from '../deals/deal-trie.ts';
import type { Rules } from '../inputs/rules.ts';
import { rowReader } from '../rows/activity-row.ts';
import { scopes } from '../rows/rep-key.ts';
import { cellsOf } from '../rows/row-line.ts';
import type { RowChange } from '../source/row-changes.ts';
import { entry } from '../trees/entry.ts';
import { type Change, differing, withoutNotes } from './differing.ts';
import { rowFigures } from './figures.ts';
import { weekIn } from './week-in.ts';
import { addFigures, addTo, type WeekRollup } from './week-rollup.ts';

/** What rows that came and went mean: sums to add to weeks, and events that deals lose and gain. */
export interface RollupChanges {
  readonly weeks: Map<Week, WeekRollup>;
  readonly deals: ReadonlyMap<string, Change>;
}

/** Reads the changed rows once. Rejected rows count nowhere. */
export function rollupChanges(changes: readonly RowChange[], rules: Rules): RollupChanges {
  const reader = rowReader(rules);
  const { weekStartsOn, unconfirmed } = rules.settings;
  const weeks = new Map<Week, WeekRollup>();
  const deals = new Map<string, { removed: string[]; added: string[] }>();
  const count = (line: string, sign: 1 | -1): void => {
    const { row } = reader.read(cellsOf(line));
    if (!row) return;
    const week = weekOf(row.day, weekStartsOn);
    const rollup = weekIn(weeks, week);
    const figures = rowFigures(row, unconfirmed);
    const reps = scopes({ reps: row.reps.map(({ key }) => key) });
    for (const rep of reps) addFigures(rollup, rep, row.day - week, figures, sign);
    const event = dealEventOf(row, unconfirmed);
    if (!event) return;
    const deal = entry(deals, dealKeyOf(row.prospect, row.deal), () => ({ removed: [], added: [] }));
    (sign === 1 ? deal.added : deal.removed).push(encodeEvent(event));
  };
  for (const change of changes) {
    const { removed, added } = differing(change, withoutNotes);
    for (const line of removed) count(line, -1);
    for (const line of added) count(line, 1);
  }
  // Rows that say the same of their deal as those in whose place they came leave it as it was.
  const differ = [...deals].map(([key, change]) => [key, differing(change)] as const);
  return { weeks, deals: new Map(differ.filter(([, { removed, added }]) => removed.length + added.length > 0)) };
}

/** Lines of deals by the week of their decision -> how many more (or fewer) of each there are. */
export type DecidedChanges = ReadonlyMap<Week, ReadonlyMap<string, number>>;

export interface DealChanges {
  /** The events of the changed deals as they are now. */
  readonly deals: readonly DealChange[];
  /** The same deals' open run, if they have one. */
  readonly open: readonly DealChange[];
  readonly decided: DecidedChanges;
}

/**
 * Applies the changed events to the deals as they were, and adds the difference of what each deal contributes to the
 * weeks (in place).
 */
export function applyDealChanges(
  changes: RollupChanges,
  stored: ReadonlyMap<string, readonly string[]>,
  rules: Rules,
  openingUntil: Day,
): DealChanges {
  const { weekStartsOn, closeCountsWhen, revenueGoesTo } = rules.settings;
  const figureRules: DealFigureRules = {
    weeks: changes.weeks,
    weekStartsOn,
    revenueGoesTo,
    openingUntil,
  };
  const deals: DealChange[] = [];
  const open: DealChange[] = [];
  const decided = new Map<Week, Map<string, number>>();
  const count = (events: readonly string[], sign: 1 | -1, decoded: (event: string) => DealEvent): string[] => {
    const history = foldDeal(events.map(decoded).sort(byTime), closeCountsWhen);
    addDealFigures(history, sign, figureRules);
    const lines = dealLinesOf(history, openingUntil);
    for (const line of lines) {
      if (line.decided === undefined) continue;
      const week = weekOf(line.decided, weekStartsOn);
      addTo(
        entry(decided, week, () => new Map<string, number>()),
        encodeDealLine(line),
        sign,
      );
    }
    return lines.filter(({ state }) => state === 'open').map(encodeDealLine);
  };
  for (const [key, change] of changes.deals) {
    const before = stored.get(key) ?? [];
    const events = eventsAfter(key, before, change);
    // Most events are in both.
    const decoded = remembered(decodeEvent);
    const openBefore = count(before, -1, decoded);
    const openNow = count(events, 1, decoded);
    deals.push({ key, events });
    if (openBefore[0] !== openNow[0]) open.push({ key, events: openNow });
  }
  return { deals, open, decided };
}

function eventsAfter(key: string, before: readonly string[], { removed, added }: Change): string[] {
  const events = [...before];
  for (const event of removed) {
    const at = events.indexOf(event);
    if (at < 0)
      throw new Error(
        `the deal "${key}" does not hold an event that is to be removed: its rollup is not of these rows`,
      );
    events.splice(at, 1);
  }
  events.push(...added);
  return events.sort();
}
