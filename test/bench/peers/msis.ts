import { ENV } from '../../../lambdas/contract.ts';
import { phrase } from '../../../lambdas/domain/cells/phrase.ts';
import { isoOf } from '../../../lambdas/domain/days/day.ts';
import { figuresOfWeeks } from '../../../lambdas/domain/weeks/figures-of-weeks.ts';
import { compose } from '../../../lambdas/runtime/compose.ts';
import { readFigures } from '../../../local/read-figures.ts';
import { repName } from '../data/names.ts';
import { AS_OF } from '../data/workbook.ts';
import type { Arena } from './arena.ts';

/** `REP MONDAY` -> meaningful attempts, follow-ups, opportunities and asks. */
export type WeeklyMsis = ReadonlyMap<string, number>;

/** As Leadsheet has them. Closes are left out: whether one counts depends on its deal, which no script knows. */
export async function leadsheetMsis(arena: Arena, spreadsheet: string, table: string, reps: number) {
  const { AWS_ENDPOINT_URL_DYNAMODB, GOOGLE_URL, GOOGLE_TOKEN } = arena.env(spreadsheet);
  const local = { [ENV.dynamodbEndpoint]: AWS_ENDPOINT_URL_DYNAMODB, [ENV.sheetsRootUrl]: GOOGLE_URL };
  const composed = compose({ ...local, [ENV.table]: table, [ENV.sheetsToken]: GOOGLE_TOKEN });
  const { weeks } = await readFigures(composed, spreadsheet, AS_OF);
  const msis = new Map<string, number>();
  for (const week of weeks.keys()) {
    for (const name of Array.from({ length: reps }, (_, index) => repName(index))) {
      const { attempts, followUps, opportunities, asks } = figuresOfWeeks(weeks, `r:${phrase(name)}`, [week]);
      const sum = attempts + followUps + opportunities + asks;
      if (sum > 0) msis.set(`${name} ${isoOf(week)}`, sum);
    }
  }
  return msis;
}

/** As a script has written them: Rep, Week, MSIs below a header. */
export const msisOf = (rows: readonly (readonly unknown[])[]): WeeklyMsis =>
  new Map(rows.slice(1).map(([rep, week, msis]) => [`${rep} ${week}`, Number(msis)]));

/** In how many weeks of reps two differ, and by how many MSIs. */
export function differences(one: WeeklyMsis, other: WeeklyMsis): { readonly weeks: number; readonly msis: number } {
  const keys = new Set([...one.keys(), ...other.keys()]);
  const off = [...keys].map((key) => Math.abs((one.get(key) ?? 0) - (other.get(key) ?? 0))).filter((by) => by > 0);
  return { weeks: off.length, msis: off.reduce((sum, by) => sum + by, 0) };
}
