import { dayOfIso, isoOf } from '../../../lambdas/domain/days/day.ts';
import type { Rows } from './sheet.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Today, or the last day of the week that the tab Week leads with until Monday's cut-off hour. `week` = its first rows. */
export function dayToType(week: Rows): string {
  const [[title = ''] = [], [asOf = ''] = []] = week;
  const last = dayIn(title) + 6;
  return isoOf(Math.min(dayIn(asOf), last));
}

/** The first date such as `16 Nov 2026`, as a day. */
function dayIn(text: string): number {
  const [, day = '', month = '', year = ''] = /(\d+) (\w{3}) (\d{4})/.exec(text) ?? [];
  const found = dayOfIso(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (found === undefined) throw new Error(`no date in "${text}"`);
  return found;
}
