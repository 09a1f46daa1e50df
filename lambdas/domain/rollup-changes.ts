import { rowReader } from './activity-row.ts';
import type { Day } from './day.ts';
import { foldDeal } from './deal.ts';
import { byTime, dealEventOf, dealKeyOf, decodeEvent, encodeEvent } from './deal-event.ts';
import { addDealFigures, type DealFigureRules, scopes } from './deal-figures.ts';
import type { DealChange } from './deal-trie.ts';
import { entry } from './entry.ts';
import { rowFigures } from './figures.ts';
import type { RowChange } from './row-changes.ts';
import { cellsOf } from './row-line.ts';
import type { Rules } from './rules.ts';
import { type Week, weekOf } from './week.ts';
import { addFigures, emptyWeek, type WeekRollup } from './week-rollup.ts';

/** What rows that came and went mean: sums to add to weeks, and events that deals lose and gain. */
export interface RollupChanges {
  readonly weeks: Map<Week, WeekRollup>;
  readonly deals: ReadonlyMap<string, { readonly removed: string[]; readonly added: string[] }>;
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
  for (const { removed, added } of changes) {
    for (const line of removed) count(line, -1);
    for (const line of added) count(line, 1);
  }
  return { weeks, deals };
}

/**
 * Applies the changed events to the deals as they were, adds the difference of what each deal contributes to the weeks
 * (in place), and returns the deals as they are now.
 */
export function applyDealChanges(
  changes: RollupChanges,
  stored: ReadonlyMap<string, readonly string[]>,
  rules: Rules,
  openingUntil: Day,
): DealChange[] {
  const { weekStartsOn, closeCountsWhen } = rules.settings;
  const figureRules: DealFigureRules = { weekStartsOn, openingUntil, weekAt: (week) => weekIn(changes.weeks, week) };
  const historyOf = (events: readonly string[]) => foldDeal(events.map(decodeEvent).sort(byTime), closeCountsWhen);
  return [...changes.deals].flatMap(([key, { removed, added }]): DealChange[] => {
    const before = stored.get(key) ?? [];
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
    events.sort();
    // An edit of a note or a next step changes a row and leaves its deal as it was.
    if (events.length === before.length && events.every((event, at) => event === before[at])) return [];
    if (before.length > 0) addDealFigures(historyOf(before), -1, figureRules);
    if (events.length > 0) addDealFigures(historyOf(events), 1, figureRules);
    return [{ key, events }];
  });
}

export function weekIn(weeks: Map<Week, WeekRollup>, week: Week): WeekRollup {
  return entry(weeks, week, emptyWeek);
}
