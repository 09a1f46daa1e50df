import { plural } from './cells.ts';
import type { ReportFigures } from './report-figures.ts';

/** Why a tab has no lines: nothing is typed yet, or nothing of late. `span`: the weeks that the tab looks at, in words. */
export function whyEmpty({ quality }: Pick<ReportFigures, 'quality'>, span: string): string {
  if (quality.rows === 0) return 'No rows yet. Type on the tab Activity: Date, Rep, Prospect, Activity, Outcome.';
  const rows = quality.rows === 1 ? 'The row' : `The ${plural(quality.rows, 'row')}`;
  return `No row that counts in these ${span}. ${rows} on Activity ${quality.rows === 1 ? 'has another date' : 'have other dates'}, or can't be counted: see Health.`;
}
