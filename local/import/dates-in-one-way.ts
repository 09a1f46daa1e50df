import { columnDateOrder, readDate } from '../../lambdas/domain/cells/date-cell.ts';
import { type LocaleRules, localeRules } from '../../lambdas/domain/cells/locale.ts';
import { remembered } from '../../lambdas/domain/cells/remembered.ts';
import { tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { AT } from '../../lambdas/domain/rows/activity-columns.ts';
import { activityHeader } from '../../lambdas/domain/rows/activity-header.ts';
import type { FileCell } from '../sheets-server/workbook-file.ts';

/** Whether a cell that was typed as a date (days since 1899-12-30) may stay one, given the text that stood there. */
export type StaysDate = (text: string, serial: number) => boolean;

/**
 * "ambiguous text is rejected, never guessed": the cells of a CSV are typed one by one by the locale, while text on the
 * sheet is read by what the whole column Date shows. A date stays one only where both readings agree. Where the column
 * speaks against the locale, what speaks for an order stays text as well, so that whoever reads the sheet sees it too.
 * `typed`: of a column, what stood in the cells that became dates.
 */
export function datesInOneWay(
  rows: readonly (readonly FileCell[])[],
  typed: (column: number) => readonly string[],
  locale: string,
): StaysDate {
  const rules = rulesOf(locale);
  const header = activityHeader(tabOf(rows));
  // The sync stops and says why.
  if (!rules || 'message' in header) return () => true;
  const column = header.columns[AT.date] ?? -1;
  const texts = new Set<FileCell>(typed(column));
  for (const cells of rows) if (typeof cells[column] === 'string') texts.add(cells[column]);
  const order = columnDateOrder(texts, rules.dateOrder);
  const readingOf = remembered((text: string) => {
    const reading = readDate(text, order, rules.monthNames);
    return { reading, bound: order !== rules.dateOrder && speaksForAnOrder(text) };
  });
  return (text, serial) => {
    const { reading, bound } = readingOf(text);
    if ('problem' in reading) return reading.problem === 'out of range';
    return !bound && reading.day === Math.floor(serial);
  };
}

/** `13/4/2026` */
const speaksForAnOrder = (text: string): boolean => columnDateOrder([text], 'ymd') !== 'ymd';

function rulesOf(locale: string): LocaleRules | undefined {
  try {
    return localeRules(locale);
  } catch {
    return undefined;
  }
}
