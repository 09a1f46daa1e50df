import type { Grid } from '../domain/cells/cell.ts';
import { localeRules } from '../domain/cells/locale.ts';
import { isTimeZone } from '../domain/days/as-of.ts';
import { type Inputs, type Rules, rulesOf } from '../domain/inputs/rules.ts';
import { type ActivityHeader, activityDateOrder, activityHeader } from '../domain/rows/snapshot.ts';
import type { InputTab } from '../domain/trees/head.ts';
import type { WorkbookDescription } from '../ports.ts';

export interface ReadInputs {
  readonly activity: Grid;
  readonly header: Exclude<ActivityHeader, { message: string }>;
  readonly inputs: Inputs;
  readonly rules: Rules;
}

/** The tabs of a workbook as inputs and rules, or the reason why this workbook can't be read as it is. */
export function readInputs(
  description: WorkbookDescription,
  grids: Partial<Record<InputTab, Grid>>,
): ReadInputs | { readonly message: string } {
  const activity = grids.Activity;
  if (!activity) {
    return {
      message:
        'There is no tab named Activity. Name the tab in which the reps type "Activity", or restore it from File > Version history.',
    };
  }
  if (!activity.some((row) => row.length > 0)) {
    return {
      message:
        'The tab Activity is empty. Restore its rows from File > Version history, or type a header row: Date, Rep, Prospect, Activity, Outcome.',
    };
  }
  const header = activityHeader(activity);
  if ('message' in header) return header;
  const { title, locale, timeZone } = description;
  if (!isLocale(locale))
    return { message: `The locale "${locale}" of the spreadsheet is unknown. Choose another under File > Settings.` };
  const { Activity: _, ...settingsTabs } = grids;
  const dateOrder = activityDateOrder(activity, header, localeRules(locale));
  const tabs = Object.fromEntries(Object.entries(settingsTabs).map(([name, grid]) => [name, withoutBlankEnd(grid)]));
  const inputs: Inputs = { title, locale, timeZone, ...(dateOrder && { dateOrder }), tabs };
  const rules = rulesOf(inputs);
  const stop = rules.problems.find((problem) => problem.stop !== undefined)?.stop;
  if (stop !== undefined) return { message: stop };
  if (!isTimeZone(rules.timeZone)) {
    return {
      message: `The time zone "${rules.timeZone}" of the spreadsheet is unknown. Choose another under File > Settings.`,
    };
  }
  return { activity, header, inputs, rules };
}

function isLocale(locale: string): boolean {
  try {
    localeRules(locale);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function withoutBlankEnd(grid: Grid): Grid {
  return grid.slice(
    0,
    grid.findLastIndex((row) => row.some((cell) => cell !== undefined && cell !== null && cell !== '')) + 1,
  );
}
