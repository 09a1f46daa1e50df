import type { Grid } from '../domain/cells/cell.ts';
import { localeRules } from '../domain/cells/locale.ts';
import type { TabRows } from '../domain/cells/tab-rows.ts';
import { isTimeZone } from '../domain/days/as-of.ts';
import { type Inputs, type Rules, rulesOf } from '../domain/inputs/rules.ts';
import { type ActivityPlaces, activityHeader } from '../domain/rows/activity-header.ts';
import type { LastReading } from '../domain/rows/last-readings.ts';
import { dateOrderOf, readSnapshot, type Snapshot } from '../domain/rows/snapshot.ts';
import { digest } from '../domain/trees/digest.ts';
import type { InputTab } from '../domain/trees/head.ts';
import type { WorkbookDescription } from '../ports.ts';

export interface ReadWorkbook {
  readonly header: ActivityPlaces;
  readonly inputs: Inputs;
  readonly rules: Rules;
  readonly snapshot: Snapshot;
  /** For the next reading; with it, the whole answer of Sheets stays in memory. */
  readonly reading: LastReading;
}

/**
 * The tabs of a workbook as inputs, rules and rows, or the reason why this workbook can't be read as it is. `before`
 * saves work where it was read under the same rules, and changes nothing else; it is used up.
 */
export function readWorkbook(
  description: Pick<WorkbookDescription, 'title' | 'locale' | 'timeZone'>,
  tabs: Partial<Record<InputTab, TabRows>>,
  before?: LastReading,
): ReadWorkbook | { readonly message: string } {
  const { Activity: activity, ...settings } = tabs;
  if (!activity) {
    return {
      message:
        'There is no tab named Activity. Name the tab in which the reps type "Activity", or restore it from File > Version history.',
    };
  }
  if (isEmpty(activity)) {
    return {
      message:
        'The tab Activity is empty. Restore its rows from File > Version history, or type a header row: Date, Rep, Prospect, Activity, Outcome.',
    };
  }
  const header = activityHeader(activity);
  if ('message' in header) return header;
  const { title, locale, timeZone } = description;
  const localeOrder = dateOrderOfLocale(locale);
  if (!localeOrder)
    return { message: `The locale "${locale}" of the spreadsheet is unknown. Choose another under File > Settings.` };
  const typed = settingsTabs(settings);
  // How text dates are read is for the whole column to say: rows are read the way it was last time, or as the locale
  // writes them, and once more where the column says otherwise.
  let order = before ? before.dateOrder : localeOrder;
  for (;;) {
    const inputs: Inputs = { title, locale, timeZone, ...(order && { dateOrder: order }), tabs: typed };
    const under = digest(JSON.stringify(inputs));
    const again = before?.under === under ? before : undefined;
    const rules = again?.rules ?? rulesOf(inputs);
    const message = whyUnreadable(rules);
    if (message !== undefined) return { message };
    const { snapshot, reading } = readSnapshot(activity, header, rules, again?.read);
    const found = dateOrderOf(snapshot, localeOrder);
    if (found === order)
      return { header, inputs, rules, snapshot, reading: { under, rules, dateOrder: order, read: reading } };
    order = found;
  }
}

function whyUnreadable(rules: Rules): string | undefined {
  const stop = rules.problems.find((problem) => problem.stop !== undefined)?.stop;
  if (stop !== undefined || isTimeZone(rules.timeZone)) return stop;
  return `The time zone "${rules.timeZone}" of the spreadsheet is unknown. Choose another under File > Settings.`;
}

/** Not one cell; a tab with a header is not looked through. */
function isEmpty(tab: TabRows): boolean {
  for (let at = 0; at < tab.length; at++) if (tab.slice(at, at + 1).some((row) => row.length > 0)) return false;
  return true;
}

function dateOrderOfLocale(locale: string) {
  try {
    return localeRules(locale).dateOrder;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Settings tabs as they are stored: every cell as typed. */
export const settingsTabs = (tabs: Readonly<Record<string, TabRows>>): Inputs['tabs'] =>
  Object.fromEntries(Object.entries(tabs).map(([name, tab]) => [name, withoutBlankEnd(tab.slice(0, tab.length))]));

function withoutBlankEnd(grid: Grid): Grid {
  return grid.slice(
    0,
    grid.findLastIndex((row) => row.some((cell) => cell !== undefined && cell !== null && cell !== '')) + 1,
  );
}
